package io.keycloakpools.simulators.cognito;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the simulator as a program until Ctrl-C. Options: {@code --port} (4581), {@code --users}
 * (JSON file), {@code --region}, {@code --pool-id}, {@code --client-id}, {@code --client-secret},
 * {@code --access-key-id}, {@code --secret-access-key}.
 */
public final class CognitoSimulatorMain {
  private static final List<String> OPTIONS =
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

  public static void main(String[] arguments) throws IOException, InterruptedException {
    CognitoSimulator simulator;
    try {
      simulator = start(options(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  simulator.stop();
                  stopped.countDown();
                }));
    stopped.await();
  }

  static CognitoSimulator start(Map<String, String> options) throws IOException {
    AppClient client =
        AppClient.of(options.getOrDefault("--client-id", "demo-client"))
            .secret(options.getOrDefault("--client-secret", "demo-client-secret"))
            .flows(AuthFlow.values());
    String keyId = options.getOrDefault("--access-key-id", "AKIADEMODEMODEMODEMO");
    String key = options.getOrDefault("--secret-access-key", "demo-secret-access-key");
    CognitoSimulatorBuilder builder =
        CognitoSimulator.builder()
            .port(port(options))
            .region(options.getOrDefault("--region", "eu-west-1"))
            .poolId(options.getOrDefault("--pool-id", "eu-west-1_Demo12345"))
            .client(client)
            .accessKey(keyId, key);
    String file = options.get("--users");
    List<CognitoUser> users = file == null ? samples() : UsersFile.read(Path.of(file));
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

  static Map<String, String> options(String... arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!OPTIONS.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "Cannot read " + arguments[i] + ". Options, each with a value: " + OPTIONS);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private static int port(Map<String, String> options) {
    try {
      return Integer.parseInt(options.getOrDefault("--port", "4581"));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--port takes a number", e);
    }
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
