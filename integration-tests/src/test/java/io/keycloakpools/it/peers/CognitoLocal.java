package io.keycloakpools.it.peers;

import io.keycloakpools.harness.FreePorts;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The emulator cognito-local 5.3.0 as a child process, its state in a folder of the run.
 *
 * <p>Measured differences from Amazon Cognito: a wrong password gives {@code
 * InvalidPasswordException}; an unknown user {@code NotAuthorizedException} "User not authorized";
 * a wrong temporary password {@code NEW_PASSWORD_REQUIRED} like the right one; a disabled user gets
 * tokens; SECRET_HASH and the client's flows, credentials and region are not checked; groups are
 * found by {@code Username} only; ListUsers has no pages; there is no SRP, lockout or throttling.
 */
public final class CognitoLocal implements PeerEmulator {
  private static final String CONFIG = "{\"UserPoolDefaults\":{\"UsernameAttributes\":[]}}";

  private final NodeServer server;
  private URI endpoint;

  private CognitoLocal(Path projectFolder) {
    this.server = new NodeServer(projectFolder);
  }

  /** The emulator pinned by the folder's {@code package-lock.json}; not started. */
  public static CognitoLocal of(Path projectFolder) {
    return new CognitoLocal(projectFolder);
  }

  @Override
  public Optional<String> unavailable() {
    return server.unavailable();
  }

  @Override
  public void start() {
    try {
      Path script = server.modules().resolve("cognito-local/lib/bin/start.js");
      Files.createDirectories(server.work().resolve(".cognito/db"));
      Files.writeString(server.work().resolve(".cognito/config.json"), CONFIG);
      int port = FreePorts.any();
      endpoint = URI.create("http://127.0.0.1:" + port);
      server.start(
          script, Map.of("PORT", Integer.toString(port), "HOST", "127.0.0.1"), this::health);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  public JsonAnswer call(String action, Map<String, ?> input) {
    return JsonHttp.send(
        JsonHttp.request(endpoint)
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + action)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=local")
            .POST(JsonHttp.json(input))
            .build());
  }

  public CognitoPool createPool(String name) {
    String id =
        CognitoPool.done(call("CreateUserPool", Map.of("PoolName", name)))
            .at("/UserPool/Id")
            .asText();
    return new CognitoPool(this, id, createClient(id));
  }

  public String log() {
    return server.log();
  }

  private String createClient(String poolId) {
    Map<String, ?> input =
        Map.of(
            "UserPoolId",
            poolId,
            "ClientName",
            "keycloak",
            "ExplicitAuthFlows",
            List.of("ALLOW_USER_PASSWORD_AUTH"));
    return CognitoPool.done(call("CreateUserPoolClient", input))
        .at("/UserPoolClient/ClientId")
        .asText();
  }

  private HttpResponse<String> health() {
    return JsonHttp.text(JsonHttp.request(URI.create(endpoint + "/health")).build());
  }

  @Override
  public void close() {
    server.close();
  }
}
