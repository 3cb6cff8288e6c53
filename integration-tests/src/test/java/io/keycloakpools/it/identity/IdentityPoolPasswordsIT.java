package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.RunningKeycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Each pool has its own password rules and hash, in a realm with other rules. */
@ExtendWith(RunningKeycloak.class)
class IdentityPoolPasswordsIT {

  /** The realm requires a length that no password here has. */
  private static final String REALM_POLICY = "length(40) and notUsername and hashIterations(1)";

  private static TestRealm realm;

  @BeforeAll
  static void open(AdminApi admin) {
    realm = admin.createRealm();
    realm.change(Map.of("passwordPolicy", REALM_POLICY)).expectDone();
  }

  @AfterAll
  static void close() {
    realm.close();
  }

  /** A pool whose rules replace the realm's by default. */
  private static String pool(String name, Map<String, ?> settings) {
    Map<String, Object> all = new HashMap<>(Map.of("passwordRules", "instead"));
    all.putAll(settings);
    return realm.components().add(name, "identity-pool", all).id();
  }

  private static String member(String pool, String username) {
    return realm
        .rest()
        .post(
            "/users",
            Map.of(
                "username",
                username,
                "email",
                username + "@example.com",
                "firstName",
                "Ada",
                "lastName",
                "Lovelace",
                "enabled",
                true,
                "attributes",
                Map.of("identityPool", List.of(pool))))
        .id();
  }

  private static void set(String id, String password) {
    realm.users().setPassword(id, password, false).expectDone();
  }

  private static String refusal(String id, String password) {
    return realm.users().setPassword(id, password, false).expectRefused().errorMessage();
  }

  private static boolean signsIn(String username, String password) {
    return realm.directGrant().login(username, password).ok();
  }

  private static List<CredentialRepresentation> passwords(String id) {
    return realm.users().credentials(id).stream()
        .filter(credential -> credential.getType().equals("password"))
        .toList();
  }

  private static void assertHashedBy(String id, String algorithm) {
    assertThat(passwords(id))
        .singleElement()
        .extracting(CredentialRepresentation::getCredentialData)
        .asString()
        .contains("\"algorithm\":\"" + algorithm + "\"");
  }

  @Test
  void theRulesOfThePoolHoldInPlaceOfTheRealms() {
    pool("Strict", Map.of("passwordMinLength", "10", "passwordDigits", "2"));
    String id = member("Strict", "strict-ada");

    assertThat(refusal(id, "Tulip-9"))
        .contains("at least 10 characters long")
        .contains("at least 2 digits");
    set(id, "Tulip-Brook-91");
    assertThat(signsIn("strict-ada", "Tulip-Brook-91")).isTrue();

    String outsider = realm.users().create("outsider", "x".repeat(41));
    assertThat(refusal(outsider, "Tulip-Brook-91")).contains("40");
  }

  @Test
  void theRulesOfANewPoolAddToTheRealmsAndAreToldTogether() {
    String added =
        realm
            .components()
            .add(
                "Added",
                "identity-pool",
                Map.of("passwordMinLength", "11", "passwordDigits", "2", "passwordStrength", "any"))
            .id();
    assertThat(realm.components().get(added).getConfig().get("passwordRules"))
        .containsExactly("add");
    String id = member("Added", "added-ada");

    assertThat(refusal(id, "Tulip-Brook"))
        .startsWith("This password cannot be used.")
        .contains("at least 40 characters long")
        .contains("at least 2 digits")
        .doesNotContain("11");
    assertThat(refusal(id, "x".repeat(40))).contains("2 digits").doesNotContain("40");
    set(id, "Tulip-Brook-91-" + "x".repeat(25));
    assertThat(signsIn("added-ada", "Tulip-Brook-91-" + "x".repeat(25))).isTrue();

    realm.components().change(added, Map.of("passwordRules", "instead")).expectDone();
    set(id, "Tulip-Brook-91");
  }

  /** As earlier versions, or their files, stored them. */
  @Test
  void theRulesOfAPoolThatCameWithAFileReplaceTheRealmsAsBefore(AdminApi admin) {
    try (TestRealm imported =
        admin.createRealm(
            settings -> {
              settings.setPasswordPolicy(REALM_POLICY);
              ComponentExportRepresentation pool = new ComponentExportRepresentation();
              pool.setName("Before");
              pool.setProviderId("identity-pool");
              pool.setConfig(new MultivaluedHashMap<>(Map.of("passwordMinLength", List.of("11"))));
              settings.getComponents().add("org.keycloak.storage.UserStorageProvider", pool);
            })) {
      String id =
          imported
              .rest()
              .post(
                  "/users",
                  Map.of(
                      "username",
                      "before-ada",
                      "email",
                      "before-ada@example.com",
                      "firstName",
                      "Ada",
                      "lastName",
                      "Lovelace",
                      "attributes",
                      Map.of("identityPool", List.of("Before"))))
              .id();

      assertThat(imported.components().all().get(0).getConfig().get("passwordRules"))
          .containsExactly("instead");
      assertThat(imported.users().setPassword(id, "Tulip-9", false).expectRefused().errorMessage())
          .contains("at least 11 characters long");
      imported.users().setPassword(id, "Tulip-Brook-91", false).expectDone();
    }
  }

  @Test
  void policiesOfTheRealmThatAPoolHasNoSettingForHoldOn() {
    pool("Plain", Map.of("passwordStrength", "any"));
    String id = member("Plain", "velvet-harbour-ada");

    assertThat(refusal(id, "velvet-harbour-ada")).containsIgnoringCase("username");
  }

  @Test
  void aPasswordOfThePoolComesBackAfterSoManyOthers() {
    pool("Remembering", Map.of("passwordStrength", "any", "passwordNotUsedSince", "2"));
    String id = member("Remembering", "remembering-ada");
    set(id, "first-password");
    set(id, "second-password");

    assertThat(refusal(id, "first-password")).contains("last 2 passwords");
    set(id, "third-password");
    set(id, "first-password");
    assertThat(signsIn("remembering-ada", "first-password")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"Argon,argon2", "Bcrypt,bcrypt", "Stretched,pbkdf2-sha512"})
  void eachPoolHashesItsOwnWayAndHashesAnewWhenThatChanges(String name, String algorithm) {
    String pool = pool(name, Map.of("passwordHashing", algorithm, "passwordStrength", "any"));
    String username = name.toLowerCase(Locale.ROOT) + "-ada";
    String id = member(name, username);
    set(id, "first-password");
    assertHashedBy(id, algorithm);
    assertThat(signsIn(username, "first-password")).isTrue();
    assertHashedBy(id, algorithm);

    String other = algorithm.equals("argon2") ? "bcrypt" : "argon2";
    realm.components().change(pool, Map.of("passwordHashing", other)).expectDone();

    assertThat(signsIn(username, "first-password")).isTrue();
    assertHashedBy(id, other);
    assertThat(signsIn(username, "first-password")).isTrue();
    assertThat(signsIn(username, "wrong-password")).isFalse();
  }

  @Test
  void aPoolFollowsTheHashingOfTheRealm() {
    pool("Following", Map.of("passwordHashing", "realm", "passwordStrength", "any"));
    String id = member("Following", "following-ada");
    set(id, "first-password");
    assertHashedBy(id, "argon2");

    realm
        .change(Map.of("passwordPolicy", REALM_POLICY + " and hashAlgorithm(pbkdf2-sha512)"))
        .expectDone();
    try {
      assertThat(signsIn("following-ada", "first-password")).isTrue();
      assertHashedBy(id, "pbkdf2-sha512");
    } finally {
      realm.change(Map.of("passwordPolicy", REALM_POLICY)).expectDone();
    }
  }

  @Test
  void whoMustChangeThePasswordReadsTheRulesOfThePool() {
    pool("Changing", Map.of("passwordMinLength", "12", "passwordStrength", "any"));
    String id = member("Changing", "changing-ada");
    realm.users().setPassword(id, "first-password", true).expectDone();
    Browser browser = realm.browser();

    Page page =
        browser
            .login("changing-ada", "first-password")
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();
    Page refused = page.submit(Map.of("password-new", "short", "password-confirm", "short"));
    assertThat(refused.error()).asString().contains("at least 12 characters long");
    refused
        .submit(Map.of("password-new", "second-password", "password-confirm", "second-password"))
        .outcome()
        .expect(LoginOutcome.SignedIn.class);
  }

  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void aPoolWithoutPasswordsTakesNoneAndAcceptsNone() {
    String pool = pool("Codes", Map.of("passwordStrength", "any"));
    String id = member("Codes", "codes-ada");
    set(id, "first-password");
    assertThat(signsIn("codes-ada", "first-password")).isTrue();

    realm
        .components()
        .change(pool, Map.of("authenticationMechanisms", List.of("otp")))
        .expectDone();

    assertThat(refusal(id, "second-password")).contains("have no password");
    assertThat(signsIn("codes-ada", "first-password")).isFalse();
    assertThat(realm.browser().login("codes-ada", "first-password"))
        .isNotInstanceOf(LoginOutcome.SignedIn.class);
    realm
        .components()
        .change(pool, Map.of("authenticationMechanisms", List.of("password", "otp")))
        .expectDone();
    assertThat(signsIn("codes-ada", "first-password")).isTrue();
  }
}
