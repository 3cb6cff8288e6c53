package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.it.auth0.WatchedAuth0;
import io.keycloakpools.it.cognito.WatchedCognito;
import io.keycloakpools.it.rest.WatchedRest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One restarted server with a pool of every kind, which logs everything: the first sign-in is
 * quick, and no secret is logged.
 */
@Isolated
class StartIT {

  /** Comes first: a server's first request loads much of Keycloak. */
  private static final String LOCAL = "local";

  private static final String LOCAL_PASSWORD = "Right-Password-of-local";

  /** The required action of realms with identity pools. */
  private static final String DOORS = "identity-pool-applications";

  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final List<String> VERBOSE =
      List.of(
          "io.keycloakpools",
          "io.keycloakpools.userstorage.cognito.shaded",
          "software.amazon",
          "org.keycloak.connections.httpclient",
          "org.keycloak.credential",
          "org.apache.http",
          "sun.net.www.protocol.http");

  private static List<WatchedPool> pools;
  private static DistributionRuntime keycloak;
  private static AdminApi admin;

  @BeforeAll
  static void startAndStartAgain() {
    pools = List.of(WatchedCognito.open(), WatchedAuth0.open(), WatchedRest.open());
    keycloak = verboseKeycloak();
    keycloak.start();
    admin = ApiDocument.admin(keycloak);
    pools.forEach(pool -> pool.attach(admin));
    TestRealm realm = pools.get(0).realm();
    String unused = realm.users().create(LOCAL, LOCAL_PASSWORD);
    realm.components().add("Residents", "identity-pool", Map.of()).expectDone();
    realm.rest().delete("/authentication/required-actions/" + DOORS).expectDone();
    keycloak.stop();
    keycloak.start();
    TokenAnswer local = realm.directGrant().login(LOCAL, LOCAL_PASSWORD);
    System.out.println("First sign-in after the restart, a local user: " + local.elapsed());
    pools.forEach(WatchedPool::signInForTheFirstTime);
  }

  @AfterAll
  static void stop() {
    admin.close();
    keycloak.close();
    pools.forEach(WatchedPool::close);
  }

  static List<WatchedPool> pools() {
    return pools;
  }

  private static DistributionRuntime verboseKeycloak() {
    Path log = RunningKeycloak.target().resolve("keycloak-verbose.log");
    var builder = RunningKeycloak.distribution().lastingData().logFile(log);
    VERBOSE.forEach(category -> builder.logLevel(category, "trace"));
    pools.forEach(pool -> pool.environment().forEach(builder::environment));
    return builder.build();
  }

  /** Keycloak gives up a look-up after 3 s, and logs it (ServicesUtils.timeBound). */
  @ParameterizedTest
  @MethodSource("pools")
  void theFirstSignInAfterARestartStaysBelowKeycloaksLimit(WatchedPool pool) {
    System.out.println(
        "First sign-in after the restart, " + pool + ": " + pool.firstSignIn().elapsed());

    assertThat(pool.firstSignIn().ok()).as(pool.firstSignIn().toString()).isTrue();
    assertThat(keycloak.log()).doesNotContain("exceeded specified time limit");
  }

  /** As after an upgrade, or a tool that deletes unknown actions. */
  @Test
  void aRealmWithAnIdentityPoolHasTheActionOfItsDoorsAgain() {
    assertThat(pools.get(0).realm().rest().texts("/authentication/required-actions", "alias"))
        .contains(DOORS);
  }

  @Test
  void point10NothingSecretIsWrittenAnywhere() {
    pools.forEach(WatchedPool::play);
    askAnotherWayWithTheSameClient();

    assertLogged();
    SoftAssertions all = new SoftAssertions();
    for (WatchedPool pool : pools) {
      Map<String, String> secrets = pool.secrets();
      all.assertThat(secrets.values())
          .as("secrets of " + pool)
          .contains(WatchedPool.WRONG_PASSWORD, WatchedPool.person("mfa").password())
          .hasSizeGreaterThan(pool.fewestSecrets());
      written(pool).forEach((place, text) -> assertNoneOf(all, secrets, place, text));
      assertMasked(all, pool);
    }
    all.assertAll();
  }

  /** A call of Keycloak's own, as an admin makes it to attach an identity provider. */
  private static void askAnotherWayWithTheSameClient() {
    WatchedPool auth0 = pools.get(1);
    String domain = auth0.realm().components().get(auth0.id()).getConfig().getFirst("domain");
    JsonAnswer answer =
        auth0
            .realm()
            .rest()
            .call(
                "POST",
                "/identity-provider/import-config",
                Map.of("providerId", "oidc", "fromUrl", domain + DISCOVERY));
    assertThat(answer.ok()).as(answer.toString()).isTrue();
  }

  private static Map<String, String> written(WatchedPool pool) {
    Map<String, String> written = new LinkedHashMap<>();
    written.put("log", keycloak.log());
    written.put("events", pool.realm().events().all().toString());
    written.put("admin events", Json.write(pool.realm().events().ofAdministrators()));
    for (String path :
        List.of("/components/" + pool.id(), "/components", "/users?briefRepresentation=false")) {
      written.put(path, Json.write(pool.realm().rest().read(path)));
    }
    return written;
  }

  private static void assertNoneOf(
      SoftAssertions all, Map<String, String> secrets, String place, String text) {
    secrets.forEach(
        (name, secret) -> {
          String coded =
              Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
          for (String form : List.of(secret, coded.replace("=", ""))) {
            int at = text.indexOf(form);
            if (at >= 0) {
              String before = text.substring(Math.max(0, at - 300), at);
              all.fail("In the " + place + ": " + name + " " + secret + ", behind " + before);
            }
          }
        });
  }

  /** Silence would prove nothing. */
  private static void assertLogged() {
    assertThat(keycloak.log().lines())
        .as("what the SDK logs of its requests")
        .anyMatch(line -> line.contains("cognito.shaded.") && line.contains("Sending Request"))
        .as("what the JVM logs of its requests")
        .anyMatch(line -> line.contains("sun.net.www.protocol.http"))
        .as("what Apache's client logs of our calls")
        .anyMatch(line -> line.contains("org.apache.http.impl.conn") && line.contains("user-pool-"))
        .as("what Apache's client logs of the wire, of calls that are not ours")
        .anyMatch(line -> line.contains("org.apache.http.wire") && line.contains(DISCOVERY))
        .anyMatch(line -> line.contains("org.apache.http.headers") && line.contains(DISCOVERY));
    for (WatchedPool pool : pools) {
      assertThat(pool.realm().events().all()).isNotEmpty();
      assertThat(pool.realm().events().ofAdministrators()).isNotEmpty();
    }
  }

  private static void assertMasked(SoftAssertions all, WatchedPool pool) {
    Map<String, List<String>> config = pool.realm().components().get(pool.id()).getConfig();
    for (String secret : pool.secretSettings()) {
      all.assertThat(config.get(secret)).as(secret).containsExactly("**********");
    }
  }
}
