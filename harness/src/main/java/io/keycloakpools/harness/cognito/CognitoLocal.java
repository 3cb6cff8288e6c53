package io.keycloakpools.harness.cognito;

import io.keycloakpools.harness.BuildCache;
import io.keycloakpools.harness.ChildProcess;
import io.keycloakpools.harness.Folders;
import io.keycloakpools.harness.FreePorts;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.Logs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The emulator cognito-local 5.3.0 as a child process, its state in a folder of the run.
 *
 * <p>Where it differs from Amazon Cognito, as measured: a wrong password gives {@code
 * InvalidPasswordException}; an unknown user {@code NotAuthorizedException} "User not authorized";
 * a wrong temporary password {@code NEW_PASSWORD_REQUIRED} like the right one; a disabled user gets
 * tokens; SECRET_HASH and the client's flows are not checked; groups are found by {@code Username}
 * only; ListUsers has no pages; there is no SRP, no lockout and no throttling. Credentials and
 * region are not checked either.
 */
public final class CognitoLocal implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final String CONFIG = "{\"UserPoolDefaults\":{\"UsernameAttributes\":[]}}";

  private final NodeProject project;
  private Path work;
  private URI endpoint;
  private ChildProcess process;

  private CognitoLocal(Path projectFolder) {
    this.project = new NodeProject(projectFolder);
  }

  /** The emulator pinned by the {@code package-lock.json} in that folder; not started yet. */
  public static CognitoLocal of(Path projectFolder) {
    return new CognitoLocal(projectFolder);
  }

  /** Why it cannot run here, in a sentence; empty if it can. Installs it when it has to. */
  public Optional<String> unavailable() {
    try {
      Path log = Files.createTempFile("node-version", ".log");
      NodeProject.run(List.of("node", "--version"), log.getParent(), log);
      Files.delete(log);
    } catch (IOException e) {
      return Optional.of("Node.js is not there: " + e.getMessage());
    }
    try {
      Path unused = project.installed(BuildCache.ofUser());
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("cognito-local cannot be installed: " + e.getMessage());
    }
  }

  /** Starts it and waits until it answers. */
  public void start() {
    try {
      Path script = project.installed(BuildCache.ofUser()).resolve("node_modules/cognito-local");
      work = Files.createTempDirectory("cognito-local-");
      Files.createDirectories(work.resolve(".cognito/db"));
      Files.writeString(work.resolve(".cognito/config.json"), CONFIG);
      int port = FreePorts.any();
      endpoint = URI.create("http://127.0.0.1:" + port);
      process =
          ChildProcess.start(
              List.of("node", script.resolve("lib/bin/start.js").toAbsolutePath().toString()),
              Map.of("PORT", Integer.toString(port), "HOST", "127.0.0.1"),
              work,
              logFile());
      awaitHealth();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The endpoint for an AWS client. */
  public URI endpoint() {
    return endpoint;
  }

  /** Calls an action of the user pools API. */
  public JsonAnswer call(String action, Map<String, ?> input) {
    return JsonHttp.send(
        JsonHttp.request(endpoint)
            .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + action)
            .header("Content-Type", "application/x-amz-json-1.1")
            .header("Authorization", "AWS4-HMAC-SHA256 Credential=local")
            .POST(JsonHttp.json(input))
            .build());
  }

  /** Creates a user pool with one client. */
  public CognitoPool createPool(String name) {
    String id =
        CognitoPool.done(call("CreateUserPool", Map.of("PoolName", name)))
            .at("/UserPool/Id")
            .asText();
    return new CognitoPool(this, id, createClient(id));
  }

  /** Everything it has written. */
  public String log() {
    return Logs.all(logFile());
  }

  private Path logFile() {
    return work.resolve("cognito-local.log");
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

  private void awaitHealth() {
    Instant deadline = Instant.now().plus(TIMEOUT);
    while (Instant.now().isBefore(deadline) && !process.endsWithin(INTERVAL)) {
      if (healthy()) {
        return;
      }
    }
    process.kill();
    throw new IllegalStateException("cognito-local does not answer:\n" + Logs.tail(logFile()));
  }

  private boolean healthy() {
    try {
      URI health = URI.create(endpoint + "/health");
      return JsonHttp.send(JsonHttp.request(health).build()).ok();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      if (process != null) {
        process.stop(Duration.ofSeconds(5));
        Folders.delete(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
