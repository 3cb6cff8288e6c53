package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * As in Keycloak, Apache logs through JBoss Logging ({@code commons-logging-jboss-logging}) to
 * {@code java.util.logging}.
 */
final class WireLogTest {

  private static final String PASSWORD = "p4ssw0rd";
  private static final String TOKEN = "t0k3n";
  private static final String WIRE = "org.apache.http.wire";
  private static final String HEADERS = "org.apache.http.headers";

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Logger apache = Logger.getLogger("org.apache.http");
  private final Level before = apache.getLevel();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  private final CloseableHttpClient client = HttpClients.custom().build();
  private RawServer server;

  @BeforeEach
  void logEverything() throws IOException {
    server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nSet-Cookie: a=%1$s\r\nContent-Length: 7\r\n\r\n\"%1$s\""
                .formatted(TOKEN));
    handler.setLevel(Level.ALL);
    apache.setLevel(Level.ALL);
    apache.addHandler(handler);
  }

  @AfterEach
  void logAsBefore() throws IOException {
    apache.removeHandler(handler);
    apache.setLevel(before);
    client.close();
    server.close();
  }

  @Test
  void nothingSecretOfACallIsLoggedAnywhere() {
    call();

    assertThat(server.requests()).singleElement().asString().contains(PASSWORD);
    assertThat(texts()).isNotEmpty().noneMatch(WireLogTest::isSecret);
    assertThat(categories()).doesNotContain(WIRE, HEADERS);
  }

  @Test
  void ofWhatOthersSendEverythingIsLogged() {
    call();
    CompletableFuture.runAsync(this::plainCall).join();

    assertThat(categories()).contains(WIRE, HEADERS);
    assertThat(texts()).anyMatch(WireLogTest::isSecret);
  }

  @Test
  void whatTheSameThreadSendsAfterwardsIsLogged() {
    call();
    plainCall();

    assertThat(categories()).contains(WIRE, HEADERS);
  }

  @Test
  void aCallOfAnotherThreadIsLoggedWhileOursIsNot() throws IOException {
    int logged =
        WireLog.silent(
            () -> {
              CompletableFuture.runAsync(this::plainCall).join();
              int ofTheOther = records.size();
              plainCall();
              return ofTheOther;
            });

    assertThat(records.subList(0, logged)).extracting(LogRecord::getLoggerName).contains(WIRE);
    assertThat(records.subList(logged, records.size()))
        .isNotEmpty()
        .extracting(LogRecord::getLoggerName)
        .doesNotContain(WIRE, HEADERS);
  }

  @Test
  void aCallThatFailsSilencesNothingAfterwards() {
    assertThatThrownBy(
            () ->
                WireLog.silent(
                    () -> {
                      throw new IOException("down");
                    }))
        .isInstanceOf(IOException.class);
    plainCall();

    assertThat(categories()).contains(WIRE, HEADERS);
  }

  private void call() {
    Reply reply = new JsonCalls(client).send(request(), Deadline.in(Duration.ofSeconds(20)));
    assertThat(reply).hasToString("Answer[200]");
  }

  private void plainCall() {
    try (CloseableHttpResponse response = client.execute(request())) {
      EntityUtils.consume(response.getEntity());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private HttpPost request() {
    HttpPost request = new HttpPost(server.uri("/oauth/token"));
    request.setHeader("Authorization", "Bearer " + TOKEN);
    request.setEntity(OnceEntity.form(Map.of("password", PASSWORD)));
    return request;
  }

  private List<String> categories() {
    return records.stream().map(LogRecord::getLoggerName).toList();
  }

  private List<String> texts() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  private static boolean isSecret(String text) {
    return text.contains(PASSWORD) || text.contains(TOKEN);
  }
}
