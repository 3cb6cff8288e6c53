package io.keycloakpools.it;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.auth0.Auth0Emulator;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.DistributionRuntimeBuilder;
import io.keycloakpools.harness.server.KeycloakRuntime;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Keycloak with the whole pack for the whole run: started for the first test that asks for
 * {@link AdminApi} or {@link KeycloakRuntime}, stopped after the last.
 */
public final class RunningKeycloak implements ParameterResolver {

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningKeycloak.class);

  private record Server(KeycloakRuntime runtime, AdminApi admin) implements AutoCloseable {
    @Override
    public void close() {
      admin.close();
      runtime.close();
    }
  }

  /** The distribution with the pack's JARs. */
  public static DistributionRuntimeBuilder distribution() {
    return DistributionRuntime.builder(Path.of(System.getProperty("keycloak.dist.zip")))
        .providers(providers())
        .option("--truststore-paths=" + auth0Emulator().certificate())
        .logLevel("io.keycloakpools", "debug")
        .logLevel("io.keycloakpools.userstorage.cognito.shaded", "info");
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
    return type == AdminApi.class || type == KeycloakRuntime.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Server server =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Server.class, type -> start(), Server.class);
    return parameter.getParameter().getType() == AdminApi.class ? server.admin() : server.runtime();
  }

  private static Server start() {
    KeycloakRuntime runtime = distribution().logFile(target().resolve("keycloak.log")).build();
    runtime.start();
    return new Server(runtime, AdminApi.of(runtime));
  }
}
