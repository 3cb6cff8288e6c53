package io.keycloakpools.it.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.cognito.SecondFactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * One server that was stopped and started again with a pool in it, and that logs all it can: the
 * first sign-in is quick, and whatever is done, no secret is written down.
 */
class CognitoStartIT {

  /** Keycloak gives up on a look-up after 3 s (ServicesUtils.timeBound). */
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private static final String OTHER_CLIENT_SECRET = "refused-client-secret-91ab";
  private static final String OTHER_SECRET_ACCESS_KEY = "refused-secret-access-key-4e0c";
  private static final String WRONG_PASSWORD = "Guessed-Password-7f1e";
  private static final List<String> VERBOSE =
      List.of(
          "io.keycloakpools",
          "io.keycloakpools.userstorage.cognito.shaded",
          "software.amazon",
          "org.keycloak.credential",
          "org.apache.http",
          "sun.net.www.protocol.http");

  /** What travels between the pack and Cognito and is worth stealing. */
  private static final Pattern ON_THE_WIRE =
      Pattern.compile(
          "\"(?:PASSWORD|SECRET_HASH|Session|AccessToken|IdToken|RefreshToken)\" ?: ?\"([^\"]+)\"");

  private static SimulatedCognito cognito;
  private static Relay relay;
  private static DistributionRuntime keycloak;
  private static AdminApi admin;
  private static TestRealm realm;
  private static String pool;
  private static TokenAnswer firstSignIn;

  @BeforeAll
  static void startAndStartAgain() {
    cognito = new SimulatedCognito();
    relay = Relay.to(cognito.simulator().endpoint());
    keycloak = verboseKeycloak();
    keycloak.start();
    admin = AdminApi.of(keycloak);
    realm = admin.createRealm(settings -> settings.setBruteForceProtected(false));
    pool = realm.components().add("pool", "cognito-user-pool", settings()).id();
    keycloak.stop();
    Person ada = person("ada");
    cognito.add(ada);
    keycloak.start();
    firstSignIn = realm.directGrant().login(ada.username(), ada.password());
  }

  @AfterAll
  static void stop() {
    admin.close();
    keycloak.close();
    relay.close();
    cognito.close();
  }

  private static DistributionRuntime verboseKeycloak() {
    Path log = RunningKeycloak.target().resolve("keycloak-verbose.log");
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var builder = RunningKeycloak.distribution().lastingData().logFile(log);
    VERBOSE.forEach(category -> builder.logLevel(category, "trace"));
    return builder.build();
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(cognito.settings());
    settings.put("endpoint", relay.address().toString());
    return settings;
  }

  /** A password that reads the same in a form, in JSON and in a log. */
  private static Person person(String username) {
    return Person.named(username).password("Right-Password-of-" + username);
  }

  @Test
  void theFirstSignInAfterARestartStaysBelowKeycloaksLimit() {
    System.out.println("First sign-in after the restart: " + firstSignIn.elapsed());

    assertThat(firstSignIn.ok()).as(firstSignIn.toString()).isTrue();
    assertThat(firstSignIn.elapsed()).isLessThan(LIMIT);
    assertThat(keycloak.log()).doesNotContain("exceeded specified time limit");
  }

  @Test
  void point10NothingSecretIsWrittenAnywhere() {
    addPeople();
    for (String authFlow : List.of("USER_PASSWORD_AUTH", "ADMIN_USER_PASSWORD_AUTH")) {
      realm.components().change(pool, Map.of("authFlow", authFlow)).expectDone();
      signInRightAndWrong();
    }
    refusedSaves();
    signInDuringAnOutage();
    realm.components().change(pool, Map.of("justInTimeMigration", "true")).expectDone();
    signInRightAndWrong();

    Map<String, String> secrets = secrets();
    assertThat(secrets.values())
        .contains(SimulatedCognito.CLIENT_SECRET, WRONG_PASSWORD, person("mfa").password())
        .hasSizeGreaterThan(30);
    assertLogged();
    assertThat(written()).allSatisfy((place, text) -> assertNoneOf(secrets, place, text));
    assertMasked();
  }

  private static void addPeople() {
    cognito.add(person("linked"));
    cognito
        .simulator()
        .users()
        .add(
            CognitoUser.builder("invited")
                .temporaryPassword(person("invited").password())
                .email("invited@example.com", true)
                .build());
    cognito.add(person("mfa"));
    cognito
        .simulator()
        .users()
        .update("mfa", user -> user.secondFactor(SecondFactor.SOFTWARE_TOKEN_MFA));
  }

  private static void signInRightAndWrong() {
    for (Flow flow : Flow.values()) {
      Attempt right = signIn(flow, person("linked"));
      assertThat(right.signedIn()).as(right.toString()).isTrue();
      assertThat(signIn(flow, person("linked").password(WRONG_PASSWORD)).signedIn()).isFalse();
      assertThat(signIn(flow, person("invited")).message()).contains("temporary");
      assertThat(signIn(flow, person("mfa")).message()).contains("second factor");
    }
  }

  private static Attempt signIn(Flow flow, Person person) {
    return flow.signIn(realm, person.username(), person.password());
  }

  private static void refusedSaves() {
    var unused =
        List.of(
            realm
                .components()
                .change(pool, Map.of("clientSecret", OTHER_CLIENT_SECRET))
                .expectRefused(),
            realm
                .components()
                .change(pool, Map.of("secretAccessKey", OTHER_SECRET_ACCESS_KEY))
                .expectRefused());
    assertThat(unused.toString()).doesNotContain(OTHER_CLIENT_SECRET, OTHER_SECRET_ACCESS_KEY);
  }

  private static void signInDuringAnOutage() {
    relay.shut();
    for (Flow flow : Flow.values()) {
      assertThat(signIn(flow, person("linked")).message()).contains("try again in a few minutes");
      assertThat(flow.signIn(realm, "never-seen", WRONG_PASSWORD).message())
          .contains("try again in a few minutes");
    }
    relay.open();
  }

  /** What we set, and what the relay heard. */
  private static Map<String, String> secrets() {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("client secret", SimulatedCognito.CLIENT_SECRET);
    secrets.put("secret access key", SimulatedCognito.SECRET_ACCESS_KEY);
    secrets.put("refused client secret", OTHER_CLIENT_SECRET);
    secrets.put("refused secret access key", OTHER_SECRET_ACCESS_KEY);
    List<String> heard = relay.said(ON_THE_WIRE);
    for (int i = 0; i < heard.size(); i++) {
      secrets.put("value " + i + " on the wire", heard.get(i));
    }
    return secrets;
  }

  private static Map<String, String> written() {
    Map<String, String> written = new LinkedHashMap<>();
    written.put("log", keycloak.log());
    written.put("events", realm.events().all().toString());
    written.put("admin events", Json.write(realm.events().ofAdministrators()));
    written.put("component", Json.write(realm.rest().read("/components/" + pool)));
    written.put("components", Json.write(realm.rest().read("/components")));
    written.put("users", Json.write(realm.rest().read("/users?briefRepresentation=false")));
    return written;
  }

  private static void assertNoneOf(Map<String, String> secrets, String place, String text) {
    List<String> found = new ArrayList<>();
    secrets.forEach(
        (name, secret) -> {
          String coded =
              Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
          if (text.contains(secret) || text.contains(coded.replace("=", ""))) {
            found.add(name + ": " + secret);
          }
        });
    assertThat(found).as("secrets in " + place).isEmpty();
  }

  /** Silence would prove nothing. */
  private static void assertLogged() {
    assertThat(keycloak.log().lines())
        .as("what the SDK logs of its requests")
        .anyMatch(line -> line.contains("cognito.shaded.") && line.contains("Sending Request"))
        .as("what the JVM logs of its requests")
        .anyMatch(line -> line.contains("sun.net.www.protocol.http"));
    assertThat(realm.events().all()).isNotEmpty();
    assertThat(realm.events().ofAdministrators()).isNotEmpty();
  }

  private static void assertMasked() {
    Map<String, List<String>> config = realm.components().get(pool).getConfig();
    assertThat(config.get("clientSecret")).containsExactly("**********");
    assertThat(config.get("secretAccessKey")).containsExactly("**********");
  }
}
