package io.keycloakpools.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.TestRealm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** What Keycloak itself stores of a user; never asks the directory. */
record DemoAccount(TestRealm realm, String username) {
  private static final String NOTHING = "none";
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofMillis(100);

  boolean exists() {
    return found().isPresent();
  }

  String link() {
    UserRepresentation user = user();
    String status = user.firstAttribute("userPoolStatus");
    return Optional.ofNullable(user.getFederationLink())
        .map(pool -> status + ", linked to pool " + realm.components().get(pool).getName())
        .orElse(status + ", no link");
  }

  String credentials() {
    return words(
        realm.users().credentials(user().getId()).stream().map(DemoAccount::text).toList());
  }

  String roles() {
    return words(
        realm.users().realmRoles(user().getId()).stream()
            .filter(role -> !role.startsWith("default-roles-"))
            .toList());
  }

  String organizations() {
    return words(realm.organizations().ofUser(user().getId()));
  }

  String department() {
    return Optional.ofNullable(user().firstAttribute(DemoPool.ATTRIBUTE)).orElse(NOTHING);
  }

  int failures() {
    return realm.users().bruteForce(user().getId()).numFailures();
  }

  /**
   * Waits for the expected number: Keycloak counts beside the sign-in, and meanwhile refuses the
   * next one uncounted (DefaultBlockingBruteForceProtector).
   */
  int failures(int expected) {
    long last = System.nanoTime() + PATIENCE.toNanos();
    while (failures() != expected && System.nanoTime() < last) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return failures();
  }

  private UserRepresentation user() {
    return found().orElseThrow(() -> new IllegalStateException("Keycloak has no " + username));
  }

  /** Lists all users: a search by name would ask the directory. */
  private Optional<UserRepresentation> found() {
    return realm.users().all().stream()
        .filter(user -> user.getUsername().equals(username))
        .findFirst();
  }

  private static String text(CredentialRepresentation credential) {
    JsonNode data = Json.read(credential.getCredentialData());
    return credential.getType() + " (" + data.path("algorithm").asText() + ")";
  }

  private static String words(List<String> names) {
    return names.isEmpty() ? NOTHING : String.join(", ", names.stream().sorted().toList());
  }
}
