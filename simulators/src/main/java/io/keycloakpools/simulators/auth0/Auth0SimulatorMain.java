package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the simulator as a program until Ctrl-C. Options: {@code --port} (4582), {@code --users}
 * (JSON file), {@code --connection}, {@code --client-id}, {@code --client-secret}, {@code
 * --address} (of a proxy in front).
 */
public final class Auth0SimulatorMain {
  static final List<String> OPTIONS =
      List.of("--port", "--users", "--connection", "--client-id", "--client-secret", "--address");
  private static final String SAMPLE_PASSWORD = "Correct-Horse-1";
  private static final String[] SCOPES = {
    "read:users",
    "read:roles",
    "read:role_members",
    "read:organizations",
    "read:organization_member_roles",
    "read:authentication_methods",
    "read:connections"
  };

  private Auth0SimulatorMain() {}

  public static void main(String[] arguments) throws Exception {
    Program.run(OPTIONS, Auth0SimulatorMain::start, arguments);
  }

  static Auth0Simulator start(Map<String, String> options) throws IOException {
    String connection = options.getOrDefault("--connection", "Username-Password-Authentication");
    Auth0Client client =
        Auth0Client.of(options.getOrDefault("--client-id", "demo-client"))
            .secret(options.getOrDefault("--client-secret", "demo-client-secret"))
            .grants(Grant.values())
            .managementScopes(SCOPES)
            .trustTokenEndpointIpHeader(true);
    Auth0SimulatorBuilder builder =
        Auth0Simulator.builder()
            .port(Program.port(options, "4582"))
            .connection(Auth0Connection.of(connection).requiresUsername())
            .organization("org_acme", "acme")
            .client(client);
    Optional.ofNullable(options.get("--address")).map(URI::create).ifPresent(builder::address);
    String file = options.get("--users");
    List<Auth0User> users = file == null ? samples() : Auth0UsersFile.read(Path.of(file));
    users.forEach(builder::user);
    Auth0Simulator simulator = builder.build().start();
    System.out.printf(
        "endpoint %s%nconnection %s%nclient id %s%nclient secret %s%n",
        simulator.endpoint(), connection, client.id(), client.secret());
    users.forEach(user -> System.out.println("user " + user.email().orElse(user.userId())));
    if (file == null) {
      System.out.println("password of all sample users " + SAMPLE_PASSWORD);
    }
    return simulator;
  }

  private static List<Auth0User> samples() {
    return List.of(
        sample("ada", "Ada", "Lovelace").role("staff").build(),
        sample("grace", "Grace", "Hopper").role("staff").organization("org_acme", "admin").build(),
        sample("linus", "Linus", "Newcomer").secondFactor(Auth0SecondFactor.OTP).build(),
        sample("mallory", "Mallory", "Locked").blocked(true).build());
  }

  private static Auth0User.Builder sample(String username, String given, String family) {
    return Auth0User.builder(Ids.of("auth0|", username))
        .username(username)
        .email(username + "@example.com", true)
        .givenName(given)
        .familyName(family)
        .name(given + " " + family)
        .appMetadata(Map.of("tenantId", "acme"))
        .password(SAMPLE_PASSWORD);
  }
}
