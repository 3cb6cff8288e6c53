package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The common cost of several pools, on a server that logs every statement. */
class UserPoolListIT {

  private static final int POOLS = 4;

  private static SimulatedAuth0 directory;
  private static DistributionRuntime keycloak;
  private static AdminApi admin;
  private static TestRealm realm;

  @BeforeAll
  static void start() {
    Path log = RunningKeycloak.target().resolve("keycloak-statements.log");
    directory = new SimulatedAuth0();
    keycloak =
        RunningKeycloak.distribution().logLevel("org.hibernate.SQL", "debug").logFile(log).build();
    keycloak.start();
    admin = ApiDocument.admin(keycloak);
    realm = admin.createRealm();
    attach(0);
  }

  @AfterAll
  static void stop() {
    admin.close();
    keycloak.close();
    directory.close();
  }

  private static void attach(int number) {
    Map<String, Object> settings = new HashMap<>(directory.settings());
    settings.put("requestTimeout", "10000");
    realm.components().add("pool-" + number, directory.providerId(), settings).expectDone();
  }

  /** Counts the list's own tables: other statements may run in the background. */
  @Test
  void theListTakesOneStatementHoweverManyPoolsThereAre() {
    assertThat(realm.userPools().list()).hasSize(1);
    List<String> ofOne = statementsOfTheList();
    for (int i = 1; i < POOLS; i++) {
      attach(i);
    }
    assertThat(realm.userPools().list()).hasSize(POOLS);

    List<String> ofAll = statementsOfTheList();

    assertThat(ofOne).hasSize(1);
    assertThat(ofAll).hasSize(1).allMatch(statement -> statement.contains("user_attribute"));
    assertThat(keycloak.log())
        .as("each cache has one meter, whose second registration Micrometer warns of")
        .doesNotContain("has been already registered");
  }

  private static List<String> statementsOfTheList() {
    ServerLog log = ServerLog.from(keycloak);
    assertThat(realm.userPools().askList().ok()).isTrue();
    return log.text()
        .lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.contains("[org.hibernate.sql]"))
        .filter(line -> line.contains(" from user_attribute") || line.contains(" from component"))
        .toList();
  }
}
