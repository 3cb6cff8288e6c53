package io.keycloakpools.it;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.auth0.Auth0Emulator;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.DistributionRuntimeBuilder;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.adapter.ExampleAdapter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Keycloak with the whole pack, and the adapter of docs/adapters.md, for the whole run: started
 * for the first test that asks for {@link AdminApi}, {@link KeycloakRuntime} or {@link
 * TraceCollector}, stopped after the last.
 */
public final class RunningKeycloak implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningKeycloak.class);

  private record Server(KeycloakRuntime runtime, AdminApi admin, TraceCollector traces)
      implements AutoCloseable {
    @Override
    public void close() {
      admin.close();
      runtime.close();
      traces.close();
    }
  }

  /** The distribution with the pack's JARs. */
  public static DistributionRuntimeBuilder distribution() {
    return DistributionRuntime.builder(Path.of(System.getProperty("keycloak.dist.zip")))
        .providers(providers())
        .option("--truststore-paths=" + auth0Emulator().certificate())
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

  /** The JARs of the pack, core first. */
  public static List<Path> providers() {
    return Arrays.stream(System.getProperty("keycloakpools.providers").split(","))
        .map(Path::of)
        .toList();
  }

  /** Where a run leaves what may be looked at afterwards. */
  public static Path target() {
    return Path.of(System.getProperty("keycloakpools.target"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == AdminApi.class || type == KeycloakRuntime.class || type == TraceCollector.class;
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
      return server.traces();
    }
    return type == AdminApi.class ? server.admin() : server.runtime();
  }

  private static Server start() {
    TraceCollector traces = TraceCollector.start();
    DistributionRuntimeBuilder builder =
        traced(distribution(), traces)
            .providers(List.of(ExampleAdapter.jar()))
            .features("scim-api")
            .logFile(target().resolve("keycloak.log"));
    ExampleAdapter.environment().forEach(builder::environment);
    KeycloakRuntime runtime = builder.build();
    runtime.start();
    return new Server(runtime, AdminApi.of(runtime).keepRealms(), traces);
  }

  /** Requests that bring a sampled trace are traced, and no others: tracing all takes time. */
  private static DistributionRuntimeBuilder traced(
      DistributionRuntimeBuilder builder, TraceCollector traces) {
    return builder
        .buildOption("--tracing-enabled=true")
        .buildOption("--tracing-jdbc-enabled=false")
        .buildOption("--tracing-sampler-type=parentbased_always_off")
        .option("--tracing-protocol=http/protobuf")
        .option("--tracing-endpoint=" + traces.endpoint())
        .option("--log-console-include-trace=false");
  }
}
