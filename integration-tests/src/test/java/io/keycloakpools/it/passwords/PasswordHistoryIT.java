package io.keycloakpools.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.RunningKeycloak;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.CredentialRepresentation;

/** {@code notUsedSince} of the policy "Password settings". */
@ExtendWith(RunningKeycloak.class)
class PasswordHistoryIT {

  private static final String THREE = "passwordSettings(strength=any minLength=1 notUsedSince=3)";

  private static TestRealm realm;

  @BeforeAll
  static void open(AdminApi admin) {
    realm = admin.createRealm();
  }

  @AfterAll
  static void close() {
    realm.close();
  }

  private static void policy(String policy) {
    realm.change(Map.of("passwordPolicy", policy)).expectDone();
  }

  private static void set(String id, String password) {
    realm.users().setPassword(id, password, false).expectDone();
  }

  private static String refusal(String id, String password) {
    return realm.users().setPassword(id, password, false).expectRefused().errorMessage();
  }

  private static long stored(String id, String type) {
    return credentials(id, type).size();
  }

  private static List<CredentialRepresentation> credentials(String id, String type) {
    return realm.users().credentials(id).stream()
        .filter(credential -> credential.getType().equals(type))
        .toList();
  }

  @Test
  void aPasswordComesBackAfterThreeOthersWhateverTheyAreHashedWith() {
    policy(THREE);
    String id = realm.users().create("algorithms", "first");
    policy(THREE + " and hashAlgorithm(pbkdf2-sha512)");
    set(id, "second");
    policy(THREE + " and hashAlgorithm(argon2)");
    set(id, "third");

    assertThat(credentials(id, "password-history"))
        .extracting(CredentialRepresentation::getCredentialData)
        .anyMatch(data -> data.contains("argon2"))
        .anyMatch(data -> data.contains("pbkdf2-sha512"));
    for (String used : List.of("first", "second", "third")) {
      assertThat(refusal(id, used))
          .isEqualTo("This password cannot be used. It is one of your last 3 passwords.");
    }
    set(id, "fourth");
    assertThat(refusal(id, "second")).contains("last 3 passwords");
    set(id, "first");
    assertThat(realm.directGrant().login("algorithms", "first").ok()).isTrue();
  }

  @Test
  void onlyThreePasswordsAreKept() {
    policy(THREE);
    String id = realm.users().create("kept", "password-0");
    for (int next = 1; next <= 5; next++) {
      set(id, "password-" + next);
      assertThat(stored(id, "password")).isEqualTo(1);
      assertThat(stored(id, "password-history")).isEqualTo(Math.min(next, 2));
    }
    // Keycloak's own number counts where it is higher.
    policy(THREE + " and passwordHistory(4)");
    set(id, "password-6");
    assertThat(stored(id, "password-history")).isEqualTo(3);
    // With less to remember, the next password drops the rest.
    policy("passwordSettings(strength=any minLength=1 notUsedSince=2)");
    set(id, "password-7");
    assertThat(stored(id, "password-history")).isEqualTo(1);
    policy("passwordSettings(strength=any minLength=1)");
    set(id, "password-8");
    assertThat(stored(id, "password-history")).isZero();
    set(id, "password-8");
  }

  @Test
  void withOneOnlyThePresentPasswordIsRefused() {
    policy("passwordSettings(strength=any minLength=1 notUsedSince=1)");
    String id = realm.users().create("one", "first");
    assertThat(refusal(id, "first"))
        .isEqualTo("This password cannot be used. It is your present password.");
    set(id, "second");
    set(id, "first");
    assertThat(stored(id, "password-history")).isZero();
  }

  @Test
  void aFormerPasswordIsRefusedTogetherWithItsOtherFlaws() {
    policy(THREE);
    String id = realm.users().create("together", "first");
    policy("passwordSettings(strength=any minLength=8 digits=1 notUsedSince=3)");

    Browser browser = realm.browser();
    Page page =
        browser.enter(browser.open(Map.of("kc_action", "UPDATE_PASSWORD")), "together", "first");
    Page refused = page.submit(Map.of("password-new", "first", "password-confirm", "first"));

    assertThat(refused.error())
        .contains(
            "This password cannot be used. It has to be at least 8 characters long. It needs at"
                + " least one digit. It is one of your last 3 passwords.");
    refused
        .submit(Map.of("password-new", "second-2", "password-confirm", "second-2"))
        .outcome()
        .expect(LoginOutcome.SignedIn.class);
    assertThat(stored(id, "password-history")).isEqualTo(1);
  }

  @Test
  void withoutOurPolicyKeycloakDoesAsItAlwaysDoes() {
    policy("passwordHistory(2)");
    String id = realm.users().create("stock", "first");
    set(id, "second");
    set(id, "third");
    assertThat(stored(id, "password-history")).isEqualTo(1);
    assertThat(refusal(id, "second")).contains("last 2 passwords");
    policy("");
    set(id, "fourth");
    assertThat(stored(id, "password-history")).isZero();
    policy("hashAlgorithm(pbkdf2-sha512)");
    assertThat(realm.directGrant().login("stock", "fourth").ok()).isTrue();
    assertThat(credentials(id, "password"))
        .singleElement()
        .extracting(CredentialRepresentation::getCredentialData)
        .asString()
        .contains("pbkdf2-sha512");
  }
}
