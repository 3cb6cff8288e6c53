package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ServerLogTest {

  private static final String BEFORE = record("INFO ", " {kc.realmName=mine}", "before");
  private static final String MINE =
      record("ERROR", " {kc.realmName=mine}", "mine\n\tat of.a.Method");
  private static final String THEIRS =
      record("ERROR", " {kc.realmName=theirs}", "theirs\n\tat of.a.Method");
  private static final String NOBODYS = record("ERROR", "", "of no realm");
  private static final String OURS = NOBODYS.replace("org.keycloak", "io.keycloakpools.x");
  private static final String WARNING = record("WARN ", " {kc.realmName=mine}", "warning");

  private final AtomicReference<String> written = new AtomicReference<>(BEFORE);

  private static String record(String level, String mark, String message) {
    return "2026-01-02 03:04:05,678 " + level + mark + " [org.keycloak] (thread) " + message + "\n";
  }

  @Test
  void ofARealmLeavesOutWhatWasWrittenForOthers() {
    ServerLog log = new ServerLog(written::get, "mine"::equals);
    written.set(BEFORE + THEIRS + MINE + THEIRS + NOBODYS + OURS + WARNING);

    assertThat(log.text()).isEqualTo(MINE + NOBODYS + OURS + WARNING);
    assertThat(log.errors()).containsExactly(MINE.lines().findFirst().orElseThrow(), OURS.strip());
  }

  @Test
  void ofAServerHasAll() {
    ServerLog log = new ServerLog(written::get, realm -> true);
    written.set(BEFORE + THEIRS + NOBODYS + MINE + WARNING);

    assertThat(log.text()).isEqualTo(THEIRS + NOBODYS + MINE + WARNING);
    assertThat(log.errors()).hasSize(3);
  }
}
