package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Account;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.identity.ShopRealm.ShopClient;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pool's schemas hold wherever a profile is written. */
@ExtendWith(RunningKeycloak.class)
class ProfileIT {

  private ShopRealm shop;
  private TestRealm realm;
  private String ada;

  @BeforeEach
  void open(AdminApi admin) {
    shop = ShopRealm.create(admin);
    realm = shop.realm();
    shop.customers();
    ada = shop.user("ada", "Customers");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anAdminIsToldOfEveryMistakeOnItsField() {
    Change.Refused refused =
        realm
            .users()
            .changeAttributes(
                ada,
                Map.of(
                    "company", List.of("A"),
                    "employees", List.of("many"),
                    "size", List.of("XXL"),
                    "tier", List.of("bronze")))
            .expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("company", "employees", "size", "tier");
  }

  @Test
  void aRuleOverSeveralFieldsHolds() {
    Change.Refused refused =
        realm.users().changeAttributes(ada, Map.of("employees", List.of("12"))).expectRefused();

    assertThat(refused.body().path("field").asText()).isEqualTo("size");
    assertThat(refused.errorMessage()).isEqualTo("error-identitySchemaDependentRequired");
    realm
        .users()
        .changeAttributes(ada, Map.of("employees", List.of("12"), "size", List.of("M")))
        .expectDone();
    assertThat(realm.users().get(ada).getAttributes())
        .containsEntry("employees", List.of("12"))
        .containsEntry("size", List.of("M"));
  }

  @Test
  void metadataAreForAdminsToWriteAndHiddenOnesForThemToSee() {
    realm
        .users()
        .changeAttributes(ada, Map.of("tier", List.of("gold"), "risk", List.of("7")))
        .expectDone();
    Account account = account("ada");

    JsonNode profile = account.read().body();
    assertThat(profile.at("/attributes/tier/0").asText()).isEqualTo("gold");
    assertThat(profile.path("attributes").has("risk")).isFalse();
    assertThat(profile.path("attributes").has("identityPool")).isFalse();
    assertThat(account.attributeMetadata("tier").path("readOnly").asBoolean()).isTrue();
    assertThat(account.attributeMetadata("company").path("readOnly").asBoolean()).isFalse();
    assertThat(account.attributeMetadata("company").path("required").asBoolean()).isTrue();
    assertThat(account.attributeMetadata("company").path("displayName").asText())
        .isEqualTo("Company");

    account.changeAttributes(
        Map.of(
            "tier", List.of("silver"),
            "risk", List.of("0"),
            "identityPool", List.of("Staff"),
            "company", List.of("Initech")));
    assertThat(realm.users().get(ada).getAttributes())
        .containsEntry("tier", List.of("gold"))
        .containsEntry("risk", List.of("7"))
        .containsEntry("identityPool", List.of("Customers"));

    assertThat(account.changeAttributes(Map.of("company", List.of("Initech"))).ok()).isTrue();
    assertThat(realm.users().get(ada).getAttributes())
        .containsEntry("company", List.of("Initech"))
        .containsEntry("tier", List.of("gold"))
        .containsEntry("risk", List.of("7"));
  }

  @Test
  void thePersonIsToldAtTheAccountWhatIsWrong() {
    Account account = account("ada");

    JsonAnswer refused = account.changeAttributes(Map.of("company", List.of("A")));

    assertThat(refused.status()).isEqualTo(400);
    JsonNode error = refused.body().path("errors").path(0);
    assertThat(error.path("field").asText()).isEqualTo("company");
    assertThat(error.path("errorMessage").asText()).isEqualTo("error-identitySchemaMinLength");
    assertThat(error.path("params").path(0).asText()).isEqualTo("Company");
    assertThat(error.path("params").path(1).asText()).isEqualTo("2");
    assertThat(realm.users().get(ada).getAttributes()).containsEntry("company", List.of("Acme"));
  }

  /** i18next, which both consoles use, replaces text in double braces. */
  @ParameterizedTest
  @CsvSource({
    "account, en, 'Please enter at least {{1}} characters.'",
    "account, de, 'Bitte geben Sie mindestens {{1}} Zeichen ein.'",
    "admin, en, 'Please enter at least {{1}} characters.'",
    "admin, de, 'Bitte geben Sie mindestens {{1}} Zeichen ein.'"
  })
  void theConsolesAreGivenTheTextInTheirNotation(String console, String language, String text) {
    String url = realm.web().realmUrl().toString().replace("/realms/", "/resources/");
    URI messages = URI.create(url + "/" + console + "/" + language);

    assertThat(JsonHttp.send(JsonHttp.request(messages).GET().build()).body())
        .filteredOn(message -> message.path("key").asText().equals("error-identitySchemaMinLength"))
        .singleElement()
        .satisfies(message -> assertThat(message.path("value").asText()).isEqualTo(text));
  }

  @Test
  void whoseDataDoNotFitIsAskedAtTheNextSignIn() {
    realm.rest().post("/users", ShopRealm.person("grace")).expectDone();
    String grace = realm.users().byUsername("grace").orElseThrow().getId();
    realm.users().setPassword(grace, ShopRealm.PASSWORD, false).expectDone();
    realm
        .users()
        .changeAttributes(grace, Map.of("identityPool", List.of("Customers")))
        .expectDone();

    assertThat(grant("grace")).isFalse();
    Page page =
        new Browser(shop.client(ShopClient.SHOP))
            .login("grace", ShopRealm.PASSWORD)
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();
    assertThat(page.asks("company")).isTrue();
    assertThat(page.asks("risk")).isFalse();
    Page again = page.submit(Map.of("company", "G"));
    assertThat(again.fieldError("company").orElse("")).contains("at least 2 characters");
    assertThat(again.submit(Map.of("company", "Navy")).outcome())
        .isInstanceOf(LoginOutcome.SignedIn.class);
    assertThat(grant("grace")).isTrue();
  }

  @Test
  void theSchemaSaysWhatIsRequiredAndNotTheRealm() {
    var created =
        realm
            .rest()
            .post(
                "/users",
                Map.of(
                    "username",
                    "robot",
                    "enabled",
                    true,
                    "attributes",
                    Map.of(
                        "identityPool", List.of("Customers"),
                        "company", List.of("Acme"))));

    // Chosen on the form: the person is asked for the missing rest.
    String robot = created.id();
    Change.Refused refused = realm.users().change(robot, Map.of("firstName", "R")).expectRefused();
    assertThat(refused.body().path("errors").findValuesAsText("field"))
        .containsExactlyInAnyOrder("email", "lastName");
  }

  @Test
  void usersOfNoPoolHaveTheStockProfile(AdminApi admin) {
    try (TestRealm stock = admin.createRealm(settings -> settings.setBruteForceProtected(false))) {
      assertThat(scenarios(realm)).isEqualTo(scenarios(stock));
    }
  }

  /** Keycloak's answers to a user of no pool, without what always differs. */
  private static Map<String, Object> scenarios(TestRealm in) {
    Map<String, Object> seen = new HashMap<>();
    seen.put("nothing", in.rest().call("POST", "/users", Map.of()).status());
    String id = in.users().create("stock", ShopRealm.PASSWORD);
    seen.put("admin sees", plain(in.users().withProfileMetadata(id)));
    seen.put("bad e-mail", refusal(in.users().change(id, Map.of("email", "no-address"))));
    seen.put("no name", refusal(in.users().change(id, Map.of("firstName", ""))));
    seen.put(
        "attribute", refusal(in.users().changeAttributes(id, Map.of("company", List.of("A")))));
    seen.put("after attribute", plain(in.users().withProfileMetadata(id)));
    var tokens = in.directGrant().login("stock", ShopRealm.PASSWORD);
    Account account = in.account(tokens);
    seen.put("account sees", plain(account.read().body()));
    seen.put("account bad", account.change(Map.of("email", "no-address")).body());
    seen.put("account no name", account.change(Map.of("lastName", "")).body());
    seen.put(
        "account attribute",
        account.changeAttributes(Map.of("company", List.of("A"), "tier", List.of("x"))).body());
    seen.put("after account", plain(in.users().withProfileMetadata(id)));
    in.users().change(id, Map.of("requiredActions", List.of("UPDATE_PROFILE"))).expectDone();
    Page page =
        in.browser()
            .login("stock", ShopRealm.PASSWORD)
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();
    seen.put("update profile", page.fields().keySet());
    Page again = page.submit(Map.of("firstName", "", "email", "no-address"));
    seen.put("update profile email", again.fieldError("email"));
    seen.put("update profile name", again.fieldError("firstName"));
    return seen;
  }

  private static Object refusal(Change change) {
    return change instanceof Change.Refused refused ? refused.body() : "done";
  }

  /** Without ids, times, and the pool choice that admins have where there are pools. */
  private static JsonNode plain(JsonNode user) {
    ObjectNode plain = user.deepCopy();
    plain.remove(List.of("id", "createdTimestamp"));
    var attributes = plain.at("/userProfileMetadata/attributes");
    for (int i = attributes.size() - 1; i >= 0; i--) {
      if (attributes.path(i).path("name").asText().equals("identityPool")) {
        ((ArrayNode) attributes).remove(i);
      }
    }
    return plain;
  }

  private boolean grant(String name) {
    return new DirectGrant(shop.client(ShopClient.SHOP)).login(name, ShopRealm.PASSWORD).ok();
  }

  private Account account(String name) {
    var tokens = new DirectGrant(shop.client(ShopClient.SHOP)).login(name, ShopRealm.PASSWORD);
    assertThat(tokens.ok()).as(tokens.toString()).isTrue();
    return new Account(shop.client(ShopClient.SHOP), tokens);
  }
}
