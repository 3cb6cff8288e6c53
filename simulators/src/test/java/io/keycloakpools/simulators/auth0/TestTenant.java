package io.keycloakpools.simulators.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.FakeClock;
import io.keycloakpools.simulators.SimulatorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A simulated tenant and a plain HTTP client for it. Every answer is held to {@link Shapes}. */
final class TestTenant implements AutoCloseable {
  static final String CLIENT = "demo-client";
  static final String SECRET = "demo-client-secret";
  static final String REALM = "Username-Password-Authentication";
  static final String PASSWORD = "Correct-Horse-1";
  static final String ADA = "auth0|5f7c8ec7c33c6c004bbafe82";

  final FakeClock clock = new FakeClock();
  final Auth0Simulator simulator;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private TestTenant(Consumer<Auth0SimulatorBuilder> settings) {
    Auth0SimulatorBuilder builder =
        Auth0Simulator.builder()
            .clock(clock)
            .connection(REALM)
            .connection("partners")
            .client(client())
            .organization("org_acme", "acme");
    settings.accept(builder);
    simulator = builder.build().start();
  }

  static TestTenant start() {
    return start(settings -> {});
  }

  static TestTenant start(Consumer<Auth0SimulatorBuilder> settings) {
    return new TestTenant(settings);
  }

  static Auth0Client client() {
    return Auth0Client.of(CLIENT)
        .secret(SECRET)
        .grants(Grant.values())
        .managementScopes(
            "read:users",
            "read:roles",
            "read:role_members",
            "read:organizations",
            "read:organization_member_roles",
            "read:authentication_methods",
            "read:connections",
            "read:connections_options");
  }

  static Auth0User.Builder ada() {
    return Auth0User.builder(ADA)
        .username("ada")
        .email("ada@example.com", true)
        .password(PASSWORD)
        .name("Ada Lovelace")
        .givenName("Ada")
        .familyName("Lovelace");
  }

  Auth0User add(Auth0User.Builder user) {
    return simulator.users().add(user.build());
  }

  Reply signIn(String username, String password) {
    return signIn(username, password, Map.of());
  }

  Reply signIn(String username, String password, Map<String, String> more) {
    return token(passwordRealm(username, password, more));
  }

  Reply signInFrom(String ip, String password) {
    return send(
        form("/oauth/token", withClient(passwordRealm("ada", password, Map.of())))
            .header("auth0-forwarded-for", ip));
  }

  private static Map<String, String> passwordRealm(
      String username, String password, Map<String, String> more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", Grant.PASSWORD_REALM.type());
    form.put("username", username);
    form.put("password", password);
    form.put("realm", REALM);
    form.put("scope", "openid profile email");
    form.putAll(more);
    return form;
  }

  /** Asks for a token with that form; client id and secret are added, blank members left out. */
  Reply token(Map<String, String> form) {
    return send(form("/oauth/token", withClient(form)));
  }

  private static Map<String, String> withClient(Map<String, String> form) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("client_id", CLIENT);
    all.put("client_secret", SECRET);
    all.putAll(form);
    all.values().removeIf(String::isEmpty);
    return all;
  }

  Reply managementToken() {
    return managementToken(Map.of());
  }

  Reply managementToken(Map<String, String> more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", Grant.CLIENT_CREDENTIALS.type());
    form.put("audience", simulator.endpoint() + "/api/v2/");
    form.putAll(more);
    return token(form);
  }

  /** Reads from the Management API with a new token. */
  Reply manage(String path) {
    return manage(path, managementToken().text("access_token"));
  }

  Reply manage(String path, String token) {
    return send(request("/api/v2" + path).header("Authorization", "Bearer " + token));
  }

  Reply post(String path, Object json) {
    return send(json(path, json));
  }

  Reply manage(String path, Object json) {
    String token = managementToken().text("access_token");
    return send(json("/api/v2" + path, json).header("Authorization", "Bearer " + token));
  }

  Reply get(String path) {
    return send(request(path));
  }

  Reply basic(Map<String, String> form) {
    String credentials =
        Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
    return send(form("/oauth/token", form).header("Authorization", "Basic " + credentials));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        path.startsWith("http") ? URI.create(path) : URI.create(simulator.endpoint() + path));
  }

  HttpRequest.Builder form(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder json(String path, Object json) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(SimulatorJson.write(json)));
  }

  Reply send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      Reply reply = new Reply(http.send(request, BodyHandlers.ofByteArray()));
      DescribedAnswers.check(request, reply);
      Contract.find().ifPresent(contract -> contract.check(request, reply));
      return reply;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  static JsonNode claims(String token) {
    byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return Reply.json(new String(payload, UTF_8));
  }

  @Override
  public void close() {
    simulator.close();
  }
}
