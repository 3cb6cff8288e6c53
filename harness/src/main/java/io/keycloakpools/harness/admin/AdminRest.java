package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.server.LazyLoaderRace;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The admin REST API below one address, such as {@code /admin/realms/test}. Every call takes a
 * valid token: an administrator's lives for a minute only.
 */
public final class AdminRest {
  public interface Watcher {
    /**
     * Is called before the caller gets the answer.
     *
     * @param path below the watched address, with its query
     * @param body null if none was sent
     */
    void answered(String method, String path, Object body, JsonAnswer answer);
  }

  private static final int INTERNAL_ERROR = 500;

  private static final int MOST_REPEATS = 50;

  static final Watcher NOBODY = (method, path, body, answer) -> {};

  private final URI base;
  private final Supplier<String> token;
  private final Supplier<String> serverLog;
  private final Watcher watcher;

  AdminRest(URI base, Supplier<String> token, Supplier<String> serverLog) {
    this(base, token, serverLog, NOBODY);
  }

  private AdminRest(URI base, Supplier<String> token, Supplier<String> serverLog, Watcher watcher) {
    this.base = base;
    this.token = token;
    this.serverLog = serverLog;
    this.watcher = watcher;
  }

  /** Narrows the address; the watcher stays, and sees paths below its own address. */
  public AdminRest below(String path) {
    Watcher above =
        (method, further, body, answer) -> watcher.answered(method, path + further, body, answer);
    return new AdminRest(URI.create(base + path), token, serverLog, above);
  }

  AdminRest as(String accessToken) {
    return new AdminRest(base, () -> accessToken, serverLog, watcher);
  }

  public AdminRest watchedBy(Watcher eyes) {
    return new AdminRest(base, token, serverLog, eyes);
  }

  /**
   * Sends a request; a null body sends none. A failure by {@link LazyLoaderRace}, whose transaction
   * was rolled back, is repeated until the deleted role has left the cache.
   */
  public JsonAnswer call(String method, String path, Object body) {
    HttpRequest.BodyPublisher content =
        body == null ? BodyPublishers.noBody() : JsonHttp.json(body);
    HttpRequest.Builder request = request(path).method(method, content);
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    JsonAnswer answer = sent(request.build());
    watcher.answered(method, path, body, answer);
    return answer;
  }

  private JsonAnswer sent(HttpRequest request) {
    JsonAnswer answer = JsonHttp.send(request);
    for (int left = MOST_REPEATS; left > 0 && failedByRace(answer); left--) {
      LazyLoaderRace.letOthersEnd();
      answer = JsonHttp.send(request);
    }
    return answer;
  }

  private boolean failedByRace(JsonAnswer answer) {
    return answer.status() == INTERNAL_ERROR && LazyLoaderRace.justHappened(serverLog.get());
  }

  public Change postForm(String path, Map<String, String> fields) {
    JsonAnswer answer =
        sent(
            request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(JsonHttp.form(fields))
                .build());
    watcher.answered("POST", path, fields, answer);
    return Change.of(answer);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        JsonHttp.request(URI.create(base + path)).header("Accept", "application/json");
    String bearer = token.get();
    return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
  }

  public JsonNode read(String path) {
    JsonAnswer answer = call("GET", path, null);
    if (!answer.ok()) {
      throw new IllegalStateException("GET " + base.getPath() + path + " gave " + answer.status());
    }
    return answer.body();
  }

  public <T> T read(String path, Class<T> type) {
    return Json.as(read(path), type);
  }

  public <T> List<T> list(String path, Class<T> type) {
    List<T> values = new ArrayList<>();
    read(path).forEach(node -> values.add(Json.as(node, type)));
    return values;
  }

  public List<String> texts(String path, String field) {
    return texts(read(path), field);
  }

  static List<String> texts(JsonNode list, String field) {
    return list.valueStream().map(element -> element.path(field).asText()).toList();
  }

  public Change post(String path, Object body) {
    return Change.of(call("POST", path, body));
  }

  public Change put(String path, Object body) {
    return Change.of(call("PUT", path, body));
  }

  public Change delete(String path) {
    return Change.of(call("DELETE", path, null));
  }
}
