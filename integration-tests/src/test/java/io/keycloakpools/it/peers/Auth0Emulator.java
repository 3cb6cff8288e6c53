package io.keycloakpools.it.peers;

import io.keycloakpools.harness.FreePorts;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The emulator {@code @simulacrum/auth0-simulator} 0.11.4 as a child process: HTTPS with our
 * certificate, its people in memory. They outlive {@link #stop()}, because this class sends them
 * again; its tokens do not.
 *
 * <p>Ours, in {@code additions.cjs}: the Management API's look-ups, the grant password-realm up to
 * finding the person in the realm, and changes of people. The emulator checks passwords and issues
 * tokens.
 *
 * <p>Measured differences from Auth0: a wrong password, an unknown user and an unknown realm give
 * 401 "Unauthorized" as {@code text/html}, not JSON; a password grant without a password succeeds;
 * a blocked user gets tokens; an unknown grant type gives 400 "no code in /oauth/token". Client id,
 * client secret, audience, allowed grants and scopes are not checked: anybody gets a management
 * token. An id_token comes without {@code openid} in the scope, always says that the e-mail is
 * verified, has neither {@code nickname} nor {@code given_name}, and takes {@code name}, {@code
 * picture} and more from the request. {@code email} is never missing: the emulator invents one.
 * Tokens live for 41 days, though {@code expires_in} says one, and are signed with a key that
 * anybody can read; the answer has no {@code scope}. Of people with the same e-mail and password in
 * two connections, the first is taken. It has no multi-factor authentication, brute-force
 * protection, rate limits, organizations or jobs.
 */
public final class Auth0Emulator implements PeerEmulator {
  /** The default connection of people. */
  public static final String CONNECTION = "Username-Password-Authentication";

  private final Path script;
  private final Path certificateFolder;
  private final NodeServer server;
  private final Auth0People people = new Auth0People(this);
  private final Auth0Requests requests = new Auth0Requests(this);
  private SSLContext trust;
  private HttpClient client;
  private URI endpoint;

  private Auth0Emulator(Path projectFolder, Path certificateFolder) {
    this.script = projectFolder.resolve("start.cjs");
    this.certificateFolder = certificateFolder;
    this.server = new NodeServer(projectFolder);
  }

  /**
   * The emulator pinned by the folder's {@code package-lock.json}; not started.
   *
   * @param certificateFolder holds the certificate, made when first needed
   */
  public static Auth0Emulator of(Path projectFolder, Path certificateFolder) {
    return new Auth0Emulator(projectFolder, certificateFolder);
  }

  @Override
  public Optional<String> unavailable() {
    return server.unavailable();
  }

  /** Starts it, with the same people and port as before, and waits for an answer. */
  @Override
  public void start() {
    if (server.running()) {
      return;
    }
    try {
      LocalCertificate local = LocalCertificate.in(certificateFolder);
      if (endpoint == null) {
        endpoint = URI.create("https://localhost:" + FreePorts.any());
        trust = local.trust();
        client = JsonHttp.client(trust);
      }
      EmulatorHome home = new EmulatorHome(server.work());
      home.fill(local, people);
      Map<String, String> environment = home.environment(server.modules(), configuration());
      server.start(script, environment, () -> send(request("/health")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, ?> configuration() {
    return Map.of(
        "port", endpoint.getPort(),
        "clientID", clientId(),
        "audience", audience(),
        "scope", "openid profile email");
  }

  public void stop() {
    if (server.running()) {
      requests.keep();
      server.stop();
      // The old client may hold a dead connection: a request on it would fail with "EOF reached",
      // not with "Connection refused".
      client = JsonHttp.client(trust);
    }
  }

  /** {@code https://localhost:<port>}, from the first start on. */
  public URI endpoint() {
    return endpoint;
  }

  /** The PEM file to trust; exists before the first start. */
  public Path certificate() {
    try {
      return LocalCertificate.in(certificateFolder).certificate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The emulator takes any client id and secret. */
  public String clientId() {
    return "keycloak-pools";
  }

  public String audience() {
    return endpoint + "/api/v2/";
  }

  public Auth0People people() {
    return people;
  }

  public Auth0Requests requests() {
    return requests;
  }

  /** Sends a form to {@code /oauth/token}; the answer is not always JSON. */
  public HttpResponse<String> token(Map<String, String> form) {
    return send(
        request("/oauth/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(JsonHttp.form(form)));
  }

  public HttpResponse<String> checkPassword(String username, String password) {
    return token(
        Map.of(
            "grant_type", "http://auth0.com/oauth/grant-type/password-realm",
            "realm", CONNECTION,
            "client_id", clientId(),
            "username", username,
            "password", password));
  }

  /** Gets a path, which may have a query, with a bearer token. */
  public JsonAnswer get(String path, String token) {
    return JsonHttp.send(client, request(path).header("Authorization", "Bearer " + token).build());
  }

  public String log() {
    return server.log();
  }

  @Override
  public void close() {
    server.close();
  }

  boolean running() {
    return server.running();
  }

  /** Sends our additions a request; does nothing when stopped. */
  void tell(String method, String path, HttpRequest.BodyPublisher body) {
    if (server.running()) {
      HttpResponse<String> answer =
          send(request(path).header("Content-Type", "application/json").method(method, body));
      if (answer.statusCode() != 204) {
        throw new IllegalStateException(method + " " + path + ": " + answer.statusCode());
      }
    }
  }

  private HttpRequest.Builder request(String path) {
    return JsonHttp.request(URI.create(endpoint + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return JsonHttp.text(client, request.build());
  }
}
