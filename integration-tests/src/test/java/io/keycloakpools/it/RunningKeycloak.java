package io.keycloakpools.it;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.DistributionRuntimeBuilder;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.adapter.ExampleAdapter;
import io.keycloakpools.it.cluster.KeycloakCluster;
import io.keycloakpools.it.container.ContainerRuntime;
import io.keycloakpools.it.peers.Auth0Emulator;
import io.keycloakpools.it.peers.PostgreSql;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Keycloak for the whole run, with the pack and the adapter of docs/develop/adapters.md:
 * started for the first test that asks for {@link AdminApi}, {@link KeycloakRuntime}, {@link
 * TraceCollector} or {@link AuthenticationDevice}, stopped after the last.
 *
 * <p>With {@code -Dkeycloak.database=postgres} it is node A of two on PostgreSQL, and tests may
 * also ask for the {@link KeycloakCluster}.
 */
public final class RunningKeycloak implements ParameterResolver, ExecutionCondition {

  /** A realm that may use the server's own AWS credentials, once a test creates it. */
  public static final String REALM_WITH_SERVER_CREDENTIALS = "with-server-credentials";

  private static final Set<Class<?>> PARAMETERS =
      Set.of(
          AdminApi.class,
          KeycloakRuntime.class,
          KeycloakCluster.class,
          TraceCollector.class,
          AuthenticationDevice.class);

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningKeycloak.class);

  /**
   * @param cluster whose node A is the runtime, on PostgreSQL
   * @param stop ends everything
   */
  private record Server(
      KeycloakRuntime runtime,
      Optional<KeycloakCluster> cluster,
      AdminApi admin,
      Peers peers,
      Runnable stop)
      implements AutoCloseable {
    @Override
    public void close() {
      admin.close();
      stop.run();
      peers.close();
    }
  }

  /** Addresses that a server gets at its start. */
  private record Peers(TraceCollector traces, AuthenticationDevice device)
      implements AutoCloseable {

    static Peers start() {
      return new Peers(TraceCollector.start(), AuthenticationDevice.start());
    }

    /** Traces only requests with a sampled trace: tracing all takes time. */
    DistributionRuntimeBuilder known(DistributionRuntimeBuilder builder) {
      return builder
          .option("--tracing-protocol=http/protobuf")
          .option("--tracing-endpoint=" + traces.endpoint())
          .option("--log-console-include-trace=false")
          .option(device.option());
    }

    @Override
    public void close() {
      device.close();
      traces.close();
    }
  }

  /**
   * The distribution with the pack's JARs, the adapter of docs/develop/adapters.md and the recorder
   * of SQL statements, built once.
   */
  public static DistributionRuntimeBuilder distribution() {
    DistributionRuntimeBuilder builder =
        distribution(Path.of(System.getProperty("keycloak.dist.zip")), providers())
            .providers(List.of(ExampleAdapter.jar(), new TestProvider("statement-recorder").jar()));
    ExampleAdapter.environment().forEach(builder::environment);
    return builder;
  }

  public static DistributionRuntimeBuilder distribution(Path zip, List<Path> providers) {
    return DistributionRuntime.builder(zip)
        .providers(providers)
        .shortLived()
        .features("scim-api", "token-exchange")
        .buildOption("--log-mdc-enabled=true")
        .option("--log-mdc-keys=realmName")
        .buildOption("--tracing-enabled=true")
        .buildOption("--tracing-jdbc-enabled=false")
        .buildOption("--tracing-sampler-type=parentbased_always_off")
        .option("--truststore-paths=" + auth0Emulator().certificate())
        .option(
            "--spi-storage--cognito-user-pool--default-credentials-realms="
                + REALM_WITH_SERVER_CREDENTIALS)
        .logLevel("io.keycloakpools", "debug")
        .logLevel("io.keycloakpools.userstorage.shaded", "info")
        .logLevel("io.keycloakpools.userstorage.cognito.shaded", "info")
        .logLevel("io.keycloakpools.identitypool.shaded", "info");
  }

  /** The Auth0 emulator, not started; Keycloak trusts its certificate. */
  public static Auth0Emulator auth0Emulator() {
    return Auth0Emulator.of(
        Path.of(System.getProperty("keycloakpools.auth0-simulator")),
        target().resolve("auth0-certificate"));
  }

  public static List<Path> providers() {
    return Arrays.stream(System.getProperty("keycloakpools.providers").split(","))
        .map(Path::of)
        .toList();
  }

  /** Folder for files of a run to inspect later. */
  public static Path target() {
    return Path.of(System.getProperty("keycloakpools.target"));
  }

  /** By default, tests run in containers if the machine can. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return RuntimeChoice.obstacle()
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> ConditionEvaluationResult.enabled("Keycloak can run here"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Server server =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Server.class, type -> start(), Server.class);
    Class<?> type = parameter.getParameter().getType();
    if (type == TraceCollector.class) {
      return server.peers().traces();
    }
    if (type == AuthenticationDevice.class) {
      return server.peers().device();
    }
    if (type == KeycloakCluster.class) {
      return server.cluster().orElseThrow(() -> new IllegalStateException("Needs -P postgres"));
    }
    return type == AdminApi.class ? server.admin() : server.runtime();
  }

  private static Server start() {
    Peers peers = Peers.start();
    return "postgres".equals(System.getProperty("keycloak.database"))
        ? onPostgreSql(peers)
        : oneServer(peers);
  }

  private static Server oneServer(Peers peers) {
    KeycloakRuntime runtime = runtime(peers);
    runtime.start();
    return server(runtime, Optional.empty(), peers, runtime::close);
  }

  private static KeycloakRuntime runtime(Peers peers) {
    return switch (RuntimeChoice.made()) {
      case DISTRIBUTION ->
          peers.known(distribution()).logFile(target().resolve("keycloak.log")).build();
      case CONTAINER, CONTAINER_IF_THERE -> container();
    };
  }

  /** The pack's image, without the example adapter and traces, which it is not built for. */
  private static KeycloakRuntime container() {
    return new ContainerRuntime(
        RuntimeChoice.images(),
        Map.of("KC_LOG_LEVEL", "info,io.keycloakpools:debug,io.smallrye.health:error"),
        Optional.of(auth0Emulator().certificate()),
        target().resolve("keycloak-container.log"));
  }

  private static Server onPostgreSql(Peers peers) {
    PostgreSql postgres = PostgreSql.start(target().resolve("postgresql.log"));
    KeycloakCluster cluster =
        KeycloakCluster.start(
            postgres.database(),
            node ->
                peers.known(distribution()).logFile(target().resolve("keycloak-" + node + ".log")));
    Runnable stop =
        () -> {
          cluster.close();
          postgres.close();
        };
    return server(cluster.a(), Optional.of(cluster), peers, stop);
  }

  private static Server server(
      KeycloakRuntime runtime, Optional<KeycloakCluster> cluster, Peers peers, Runnable stop) {
    return new Server(runtime, cluster, ApiDocument.admin(runtime).keepRealms(), peers, stop);
  }
}
