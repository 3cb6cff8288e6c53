package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Event;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.LoginOutcome.RequiredActionPage;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.it.RunningKeycloak;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Permission to register, and the accepted data. */
@ExtendWith(RunningKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationIT {

  private static final String PASSKEY = "webauthn-register-passwordless";

  private SignUpRealm realm;

  @BeforeAll
  void open(AdminApi admin) {
    realm = SignUpRealm.create(admin);
  }

  @AfterAll
  void close() {
    realm.close();
  }

  @Tag("smoke")
  @Test
  void theFlowIsMadeWithTheFirstPool() {
    assertThat(realm.realm().rest().texts("/authentication/flows", "alias"))
        .contains(SignUpRealm.FLOW);
    assertThat(
            realm
                .realm()
                .rest()
                .texts(
                    "/authentication/flows/identity%20pool%20registration/executions",
                    "displayName"))
        .contains("Identity pool registration", "Password Validation");
  }

  @Test
  void whereRegistrationIsClosedThereIsNoLinkToIt() {
    assertThat(new Browser(realm.web()).open().links()).contains("Register");
    assertThat(new Browser(realm.plain()).open().links()).doesNotContain("Register");
    assertThat(new Browser(realm.staff()).open().links()).doesNotContain("Register");
  }

  @Test
  void whereRegistrationIsClosedAskingForItIsRefused() {
    for (Page page :
        new Page[] {
          new Browser(realm.staff()).get(registrations(realm.staff())),
          new Browser(realm.staff()).open(Map.of("prompt", "create"))
        }) {
      assertThat(page.status()).isEqualTo(400);
      assertThat(page.error()).contains("Registration not allowed");
      assertThat(page.asks("username")).isFalse();
      Event event = realm.realm().events().last("REGISTER_ERROR");
      assertThat(event.error()).isEqualTo("registration_disabled");
      assertThat(event.clientId()).isEqualTo("staff");
    }
  }

  @Test
  void whoHasThePageOpenWhenRegistrationIsClosedIsRefused() {
    Page page = new Browser(realm.web()).register();
    realm.realm().events().clear();
    allow(false);
    try {
      Page answer = page.submit(SignUpRealm.complete("late"));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.error()).contains("Registration not allowed");
      assertThat(realm.realm().users().byUsername("late")).isEmpty();
      assertThat(realm.realm().events().ofType("REGISTER_ERROR"))
          .singleElement()
          .satisfies(event -> assertThat(event.error()).isEqualTo("registration_disabled"));
    } finally {
      allow(true);
    }
  }

  @Test
  void whereNobodyCouldSignInAgainNobodyRegistersAndIsToldWhy() {
    Page open = new Browser(realm.web()).register();
    mechanisms("otp");
    try {
      assertThat(new Browser(realm.web()).open().links()).doesNotContain("Register");
      Page page = new Browser(realm.web()).get(registrations(realm.web()));
      assertThat(page.status()).isEqualTo(400);
      assertThat(page.asks("password")).isFalse();
      assertThat(page.error().orElse("")).contains("no way for you to sign in afterwards");
      assertThat(new Browser(realm.web()).language("de").get(registrations(realm.web())).error())
          .hasValueSatisfying(text -> assertThat(text).contains("danach nicht anmelden"));
      assertThat(open.submit(SignUpRealm.complete("stuck")).error().orElse(""))
          .contains("no way for you");
      assertThat(realm.realm().users().byUsername("stuck")).isEmpty();
    } finally {
      mechanisms("password");
    }
  }

  @Test
  void whereEverybodyGetsAPasskeyAPoolWithoutPasswordsAsksForNone() {
    mechanisms("otp");
    passkeysForAll(true);
    try {
      Page page = new Browser(realm.web()).register();
      assertThat(page.asks("username")).isTrue();
      assertThat(page.asks("password")).isFalse();
      assertThat(page.asks("password-confirm")).isFalse();

      assertThat(
              page.send(SignUpRealm.complete("pascal"))
                  .outcome()
                  .expect(RequiredActionPage.class)
                  .action())
          .isEqualTo(PASSKEY);

      UserRepresentation user = realm.realm().users().byUsername("pascal").orElseThrow();
      assertThat(user.getFederationLink()).isEqualTo(realm.pool());
      assertThat(user.getRequiredActions()).containsExactly(PASSKEY);
      assertThat(realm.realm().users().credentials(user.getId())).isEmpty();
    } finally {
      passkeysForAll(false);
      mechanisms("password");
    }
  }

  private void mechanisms(String mechanism) {
    realm
        .realm()
        .components()
        .change(realm.pool(), Map.of("authenticationMechanisms", List.of(mechanism)))
        .expectDone();
  }

  private void passkeysForAll(boolean always) {
    String path = "/authentication/required-actions/" + PASSKEY;
    ObjectNode action = (ObjectNode) realm.realm().rest().read(path);
    action.put("enabled", true).put("defaultAction", always);
    realm.realm().rest().put(path, action).expectDone();
  }

  @Test
  void theRulesOfTheRealmAndOfThePoolAreToldTogether() {
    String policy = realm.realm().settings().getPasswordPolicy();
    realm.realm().change(Map.of("passwordPolicy", "length(30)")).expectDone();
    rules("11", "2");
    try {
      Map<String, String> fields = new HashMap<>(SignUpRealm.complete("ruled"));
      fields.put("password", "Tulip-Brook");
      fields.put("password-confirm", "Tulip-Brook");

      Page refused = new Browser(realm.web()).register().submit(fields);

      assertThat(refused.fieldError("password").orElse(""))
          .contains("at least 30 characters long")
          .contains("at least 2 digits")
          .doesNotContain("11");
      assertThat(realm.realm().users().byUsername("ruled")).isEmpty();
    } finally {
      rules("8", "0");
      realm.realm().change(Map.of("passwordPolicy", policy)).expectDone();
    }
  }

  private void rules(String minLength, String digits) {
    realm
        .realm()
        .components()
        .change(realm.pool(), Map.of("passwordMinLength", minLength, "passwordDigits", digits))
        .expectDone();
  }

  @Test
  void aRealmWhoseRegistrationIsOffStaysOff() {
    realm.realm().change(Map.of("registrationAllowed", false)).expectDone();
    try {
      assertThat(new Browser(realm.web()).open().links()).doesNotContain("Register");
      Page page = new Browser(realm.web()).get(registrations(realm.web()));
      assertThat(page.status()).isEqualTo(400);
    } finally {
      realm.realm().change(Map.of("registrationAllowed", true)).expectDone();
    }
  }

  @Test
  void withKeycloaksOwnFlowAClosedPoolIsClosedToo() {
    realm.realm().change(Map.of("registrationFlow", "registration")).expectDone();
    try {
      assertThat(new Browser(realm.staff()).get(registrations(realm.staff())).error())
          .contains("Registration not allowed");
      Page page = new Browser(realm.web()).register();
      allow(false);
      assertThat(page.submit(SignUpRealm.complete("sneak")).error())
          .contains("Registration not allowed");
      assertThat(realm.realm().users().byUsername("sneak")).isEmpty();
    } finally {
      allow(true);
      realm.realm().change(Map.of("registrationFlow", SignUpRealm.FLOW)).expectDone();
    }
  }

  @Tag("smoke")
  @Test
  void onlyWhatTheFormHasIsTaken() {
    Page page = new Browser(realm.web()).register();
    Map<String, String> fields = SignUpRealm.complete("mallory");
    fields.put("tier", "gold");
    fields.put("risk", "1");
    fields.put("member", "1");
    fields.put("identityPool", "Staff");
    fields.put("userPool", "x");
    fields.put("userPoolUserId", "x");
    fields.put("emailVerified", "true");
    fields.put("enabled", "false");
    fields.put("admin", "true");
    fields.put("user.attributes.tier", "gold");
    fields.put("locale", "xx");

    assertThat(page.send(fields).outcome()).isInstanceOf(LoginOutcome.SignedIn.class);

    UserRepresentation user = realm.realm().users().byUsername("mallory").orElseThrow();
    assertThat(user.getFederationLink()).isEqualTo(realm.pool());
    assertThat(user.isEmailVerified()).isFalse();
    assertThat(user.isEnabled()).isTrue();
    assertThat(user.getAttributes().keySet())
        .doesNotContain(
            "tier",
            "risk",
            "member",
            "userPool",
            "userPoolUserId",
            "admin",
            "enabled",
            "emailVerified",
            "user.attributes.tier");
    assertThat(user.getAttributes().get("locale")).containsExactly("en");
  }

  @Test
  void aChoiceThatIsNotOfferedIsRefused() {
    Page page = new Browser(realm.web()).register();
    Map<String, String> fields = SignUpRealm.complete("trudy");
    fields.put("size", "XXL");

    Page answer = page.send(fields);

    assertThat(answer.fieldError("size")).contains("Please choose one of the given values.");
    assertThat(realm.realm().users().byUsername("trudy")).isEmpty();
  }

  @Test
  void moreThanAPersonFillsInIsRefusedAsAWhole() {
    Page page = new Browser(realm.web()).register();
    Map<String, String> fields = SignUpRealm.complete("flood");
    for (int i = 0; i < 4; i++) {
      fields.put("remarks" + i, "x".repeat(100_000));
    }

    Page answer = page.send(fields);

    assertThat(answer.alert())
        .contains("This form holds more than can be taken. Please enter less.");
    assertThat(answer.fields()).containsEntry("username", "");
    assertThat(realm.realm().users().byUsername("flood")).isEmpty();
  }

  @Tag("smoke")
  @Test
  void aNameThatIsTakenIsSaidBesideItsField() {
    new Browser(realm.web()).register().send(SignUpRealm.complete("twin"));
    Map<String, String> second = SignUpRealm.complete("twin");
    second.put("email", "other@example.org");
    Page answer = new Browser(realm.web()).register().send(second);

    assertThat(answer.fieldError("username")).contains("Username already exists.");
    assertThat(realm.realm().events().last("REGISTER_ERROR").error()).isEqualTo("username_in_use");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "false"})
  void atAnApplicationWithoutAPoolNobodyRegisters(String setting) {
    realm.newUsersOfNoPool("true");
    Page open = new Browser(realm.plain()).register();
    realm.newUsersOfNoPool(setting);
    realm.realm().events().clear();

    Page page = new Browser(realm.plain()).get(registrations(realm.plain()));
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.error().orElse("")).contains("You cannot get an account at this application.");
    assertThat(page.asks("username")).isFalse();
    assertThat(new Browser(realm.plain()).language("de").get(registrations(realm.plain())).error())
        .hasValueSatisfying(text -> assertThat(text).contains("bekommen Sie kein Konto"));
    assertThat(open.submit(stock("stray")).error().orElse(""))
        .contains("You cannot get an account");
    assertThat(realm.realm().users().byUsername("stray")).isEmpty();
    assertThat(realm.realm().events().ofType("REGISTER_ERROR"))
        .hasSize(3)
        .allSatisfy(
            event -> {
              assertThat(event.error()).isEqualTo("registration_disabled");
              assertThat(event.detail("reason")).isEqualTo("no_identity_pool");
            });
  }

  @Test
  void aSettingThatIsNeitherTrueNorFalseIsRefused() {
    assertThat(NewUsersOfNoPool.change(realm.realm(), "perhaps").expectRefused().status())
        .isEqualTo(400);
  }

  @Test
  void atAnApplicationWithoutAPoolAUserOfNoPoolIsCreatedIfTheRealmSaysSo() {
    realm.newUsersOfNoPool("true");
    try {
      Browser browser = new Browser(realm.plain());
      assertThat(browser.open().links()).contains("Register");

      assertThat(browser.register().submit(stock("stock")).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);

      assertThat(realm.realm().users().byUsername("stock").orElseThrow().getFederationLink())
          .isNull();
      assertThat(browser.at(realm.staff()).open().outcome())
          .as("a pool that is closed to registration")
          .isInstanceOf(LoginOutcome.ErrorPage.class);
    } finally {
      realm.newUsersOfNoPool("");
    }
  }

  @Test
  void aNameThatKeycloakKeepsFromPoolsIsRefusedAtItsField() {
    Page page =
        new Browser(realm.web()).register().submit(SignUpRealm.complete("service-account-web"));

    assertThat(page.fieldError("username"))
        .contains("This name cannot be used. Please choose another.");
    assertThat(realm.realm().users().byUsername("service-account-web")).isEmpty();
  }

  private static Map<String, String> stock(String name) {
    return Map.of(
        "username",
        name,
        "email",
        name + "@example.org",
        "firstName",
        "Stock",
        "lastName",
        "User",
        "password",
        SignUpRealm.PASSWORD,
        "password-confirm",
        SignUpRealm.PASSWORD);
  }

  private void allow(boolean registration) {
    realm
        .realm()
        .components()
        .change(realm.pool(), Map.of("publicRegistrationAllowed", Boolean.toString(registration)))
        .expectDone();
  }

  private static URI registrations(RealmClient client) {
    return URI.create(
        client.endpoint("registrations")
            + "?"
            + JsonHttp.encode(
                Map.of(
                    "client_id",
                    client.clientId(),
                    "redirect_uri",
                    client.redirectUri().toString(),
                    "response_type",
                    "code",
                    "scope",
                    "openid")));
  }
}
