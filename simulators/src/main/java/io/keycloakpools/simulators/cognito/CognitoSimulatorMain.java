package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the simulator as a program until Ctrl-C. Options: {@code --port} (4581), {@code --users}
 * (JSON file), {@code --region}, {@code --pool-id}, {@code --client-id}, {@code --client-secret},
 * {@code --access-key-id}, {@code --secret-access-key}.
 */
public final class CognitoSimulatorMain {
  static final List<String> OPTIONS =
      List.of(
          "--port",
          "--users",
          "--region",
          "--pool-id",
          "--client-id",
          "--client-secret",
          "--access-key-id",
          "--secret-access-key");
  private static final String SAMPLE_PASSWORD = "Correct-Horse-1";

  private CognitoSimulatorMain() {}

  public static void main(String[] arguments) throws Exception {
    Program.run(OPTIONS, CognitoSimulatorMain::start, arguments);
  }

  static CognitoSimulator start(Map<String, String> options) throws IOException {
    AppClient client =
        AppClient.of(options.getOrDefault("--client-id", "demo-client"))
            .secret(options.getOrDefault("--client-secret", "demo-client-secret"))
            .flows(CognitoAuthFlow.values());
    String keyId = options.getOrDefault("--access-key-id", "AKIADEMODEMODEMODEMO");
    String key = options.getOrDefault("--secret-access-key", "demo-secret-access-key");
    CognitoSimulatorBuilder builder =
        CognitoSimulator.builder()
            .port(Program.port(options, "4581"))
            .region(options.getOrDefault("--region", "eu-west-1"))
            .poolId(options.getOrDefault("--pool-id", "eu-west-1_Demo12345"))
            .client(client)
            .accessKey(keyId, key);
    String file = options.get("--users");
    List<CognitoUser> users = file == null ? samples() : CognitoUsersFile.read(Path.of(file));
    users.forEach(builder::user);
    CognitoSimulator simulator = builder.build().start();
    System.out.printf(
        "endpoint %s%nregion %s%npool id %s%nclient id %s%nclient secret %s%n",
        simulator.endpoint(),
        simulator.region(),
        simulator.poolId(),
        client.id(),
        client.secret().orElse(""));
    System.out.printf("access key id %s%nsecret access key %s%n", keyId, key);
    users.forEach(user -> System.out.println("user " + user.username() + " " + user.status()));
    if (file == null) {
      System.out.println("password of all sample users " + SAMPLE_PASSWORD);
    }
    return simulator;
  }

  private static List<CognitoUser> samples() {
    return List.of(
        sample("ada", "Ada", "Lovelace").group("staff").build(),
        sample("grace", "Grace", "Hopper").group("staff").group("managers").build(),
        sample("linus", "Linus", "Newcomer").temporaryPassword(SAMPLE_PASSWORD).build(),
        sample("mallory", "Mallory", "Locked").enabled(false).build());
  }

  private static CognitoUser.Builder sample(String username, String given, String family) {
    return CognitoUser.builder(username)
        .password(SAMPLE_PASSWORD)
        .name(given, family)
        .email(username + "@example.com", true)
        .attribute("custom:tenantId", "acme");
  }
}
