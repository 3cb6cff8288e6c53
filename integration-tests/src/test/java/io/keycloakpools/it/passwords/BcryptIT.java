package io.keycloakpools.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.it.RunningKeycloak;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A realm that hashes its passwords with bcrypt. */
@ExtendWith(RunningKeycloak.class)
class BcryptIT {

  private static final String IMPORTED =
      "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K";
  private static final ObjectMapper JSON = new ObjectMapper();

  private TestRealm realm;

  @BeforeEach
  void open(AdminApi admin) {
    realm =
        admin.createRealm(
            settings -> {
              settings.setBruteForceProtected(false);
              settings.setRegistrationAllowed(true);
              settings.setPasswordPolicy("hashAlgorithm(bcrypt) and hashIterations(10)");
            });
  }

  @AfterEach
  void close() {
    realm.close();
  }

  @Test
  void newPasswordsAreHashedWithIt() {
    String set = realm.users().create("ada", "Password-of-ada-1!");
    LoginOutcome registered =
        realm
            .browser()
            .register()
            .submit(
                Map.of(
                    "username", "grace",
                    "email", "grace@example.org",
                    "firstName", "Grace",
                    "lastName", "Hopper",
                    "password", "Password-of-grace-1!",
                    "password-confirm", "Password-of-grace-1!"))
            .outcome();

    assertThat(registered).isInstanceOf(LoginOutcome.SignedIn.class);
    assertThat(costs(set)).isEqualTo(10);
    assertThat(costs(realm.users().byUsername("grace").orElseThrow().getId())).isEqualTo(10);
    assertThat(signsIn("ada", "Password-of-ada-1!")).isTrue();
    assertThat(signsIn("ada", "Password-of-ada-1?")).isFalse();
    assertThat(signsIn("grace", "Password-of-grace-1!")).isTrue();
  }

  @Test
  void everyByteOfALongPasswordCounts() {
    String password = "é".repeat(36);
    String id = realm.users().create("ada", password + "z");

    assertThat(costs(id)).isEqualTo(10);
    assertThat(signsIn("ada", password + "z")).isTrue();
    assertThat(signsIn("ada", password)).isFalse();
    assertThat(signsIn("ada", password + "y")).isFalse();
    assertThat(signsIn("ada", password + "zz")).isFalse();

    realm.users().setPassword(id, "a".repeat(1000), false).expectDone();
    assertThat(signsIn("ada", "a".repeat(1000))).isTrue();
    assertThat(signsIn("ada", "a".repeat(999))).isFalse();
  }

  @Test
  void anImportedHashStaysUntilThePolicyAsksForMore() {
    String id = realm.users().create("ada", "Password-of-ada-1!");
    realm.passwordHashes().put(id, IMPORTED).expectDone();
    JsonNode imported = data(id);

    assertThat(signsIn("ada", "hello")).isTrue();
    assertThat(data(id)).isEqualTo(imported);

    policy("hashAlgorithm(bcrypt) and hashIterations(11)").expectDone();
    assertThat(signsIn("ada", "hello!")).isFalse();
    assertThat(data(id)).isEqualTo(imported);
    assertThat(signsIn("ada", "hello")).isTrue();
    assertThat(costs(id)).isEqualTo(11);
    assertThat(signsIn("ada", "hello")).isTrue();

    policy("hashAlgorithm(bcrypt)").expectDone();
    assertThat(signsIn("ada", "hello")).isTrue();
    assertThat(costs(id)).isEqualTo(12);
  }

  @Test
  void passwordsOfAnotherAlgorithmBecomeBcryptAndBack() {
    policy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1000)").expectDone();
    String id = realm.users().create("ada", "Password-of-ada-1!");
    assertThat(data(id).path("algorithm").asText()).isEqualTo("pbkdf2-sha256");

    policy("hashAlgorithm(bcrypt) and hashIterations(10)").expectDone();
    assertThat(signsIn("ada", "Password-of-ada-1!")).isTrue();
    assertThat(costs(id)).isEqualTo(10);

    policy("hashAlgorithm(argon2)").expectDone();
    assertThat(signsIn("ada", "Password-of-ada-1!")).isTrue();
    assertThat(data(id).path("algorithm").asText()).isEqualTo("argon2");
    assertThat(signsIn("ada", "Password-of-ada-1!")).isTrue();
  }

  @Test
  void anImpossibleCostIsRefusedWhenAPasswordIsSetAndKeepsNobodyOut() {
    String id = realm.users().create("ada", "Password-of-ada-1!");
    policy("hashAlgorithm(bcrypt) and hashIterations(27500)").expectDone();

    Change.Refused refused =
        realm.users().setPassword(id, "Another-password-1!", false).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage()).contains("Hashing Iterations", "from 10 to 15");
    assertThat(signsIn("ada", "Password-of-ada-1!")).isTrue();
  }

  private Change policy(String policy) {
    return realm.change(Map.of("passwordPolicy", policy));
  }

  private boolean signsIn(String name, String password) {
    return realm.directGrant().login(name, password).ok();
  }

  private int costs(String id) {
    JsonNode data = data(id);
    assertThat(data.path("algorithm").asText()).isEqualTo("bcrypt");
    return data.path("hashIterations").asInt();
  }

  private JsonNode data(String id) {
    try {
      return JSON.readTree(realm.users().credentials(id).get(0).getCredentialData());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
