package io.keycloakpools.demo;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.server.AdminAccount;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.DistributionRuntimeBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The simulated directories and the Keycloak that uses them. */
final class DemoServer implements AutoCloseable {
  /** Known to everybody, which is fine for a server that only this machine reaches. */
  static final AdminAccount ADMIN = new AdminAccount("admin", "admin");

  private final Options options;
  private final List<DemoPool> pools;
  private final DistributionRuntime keycloak;
  private AdminApi admin;

  DemoServer(Installation installation, Options options, Consumer<String> progress) {
    this.options = options;
    pools =
        List.of(
            DemoPool.cognitoLinked(options.simulatorPort(0)),
            DemoPool.cognitoMigrating(options.simulatorPort(1)),
            DemoPool.auth0Linked(options.simulatorPort(2)),
            DemoPool.auth0Migrating(options.simulatorPort(3)));
    DistributionRuntimeBuilder builder =
        DistributionRuntime.builder(installation.keycloakZip())
            .providers(installation.providers())
            .environment("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN.username())
            .environment("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN.password())
            .progress(line -> progress.accept(withOurPort(line)));
    options.port().ifPresent(chosen -> builder.option("--http-port=" + chosen));
    log(installation, options, builder);
    keycloak = builder.build();
  }

  /** Keeps the server's output of the last run beside the build, where that can be written. */
  private static void log(
      Installation installation, Options options, DistributionRuntimeBuilder builder) {
    Path log = installation.folder().resolve(options.check() ? "check.log" : "keycloak.log");
    try {
      Files.writeString(log, "");
      builder.logFile(log);
    } catch (IOException e) {
      // A read-only project: the log goes to the run's own folder.
    }
  }

  /** Starts everything; the realm is there afterwards. */
  TestRealm start() {
    options.port().ifPresent(port -> PortCheck.expectFree(port, "--port"));
    expectSimulatorPorts();
    pools.forEach(pool -> pool.simulator().start());
    keycloak.start();
    admin = AdminApi.of(baseUrl(), ADMIN);
    return DemoRealm.create(admin, pools);
  }

  private void expectSimulatorPorts() {
    for (int i = 0; i < pools.size(); i++) {
      if (options.simulatorPort(i) > 0) {
        PortCheck.expectFree(options.simulatorPort(i), "--simulator-port");
      }
    }
  }

  List<DemoPool> pools() {
    return pools;
  }

  /** Keycloak's address, without a slash at the end. */
  URI baseUrl() {
    return options.port().stream()
        .mapToObj(port -> URI.create("http://127.0.0.1:" + port))
        .findFirst()
        .orElseGet(keycloak::baseUrl);
  }

  /** The server's output. */
  Path log() {
    return keycloak.logFile();
  }

  /** The runtime knows of the random port only that a chosen one overrides. */
  private String withOurPort(String line) {
    return line.contains("http://")
        ? line.replace(keycloak.baseUrl().toString(), baseUrl().toString())
        : line;
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close();
    }
    keycloak.close();
    pools.forEach(pool -> pool.simulator().close());
  }
}
