package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.AdminRest;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.Mailbox;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.identity.ShopRealm.ShopClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The admin REST API of schemas and pools. */
@ExtendWith(RunningKeycloak.class)
@Tag("postgres")
class IdentityAdminIT {

  private static final String SCHEMAS = "/identity-schemas";
  private static final String POOLS = "/identity-pools";
  private static final String BROKEN =
      """
      {
       "properties": {
           "e-mail": {"description": "user e-mail", "type": "string", "minLength": 1},
           "custom": {"description": "Custom", "type": "boolean", "minLength": 1}
       },
       "type": "object",
       "required": ["email"],
      }
      """;

  private ShopRealm shop;
  private TestRealm realm;
  private AdminRest rest;

  @BeforeEach
  void open(AdminApi admin) {
    shop = ShopRealm.create(admin);
    realm = shop.realm();
    rest = realm.rest();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aRealmHasTheDefaultSchemasFromTheStart(AdminApi admin) {
    try (TestRealm fresh = admin.createRealm()) {
      AdminRest asked = fresh.rest();
      JsonNode schemas = asked.read(SCHEMAS);

      assertThat(schemas.findValuesAsText("name"))
          .containsExactly("default-payload", "default-metadata");
      assertThat(schemas.path(0).path("readOnly").asBoolean()).isTrue();
      assertThat(asked.delete(SCHEMAS + "/default-payload").expectRefused().errorMessage())
          .contains("is a default");
    }
  }

  @Test
  void aBrokenSchemaIsRefusedWithLineAndColumn() {
    Change.Refused comma =
        rest.post(SCHEMAS, Map.of("name", "Mine", "kind", "payload", "schema", BROKEN))
            .expectRefused();
    assertThat(comma.status()).isEqualTo(400);
    assertThat(comma.body().path("field").asText()).isEqualTo("schema");
    assertThat(comma.errorMessage()).matches("[78]:\\d+ .*comma.*");

    String mended = BROKEN.replace("],\n}", "]\n}");
    JsonNode findings =
        rest.call("POST", SCHEMAS + "/lint", Map.of("kind", "payload", "schema", mended)).body();
    assertThat(findings.findValuesAsText("messageKey"))
        .contains("identityLintRequiredNear", "identityLintKeywordType");
    assertThat(rest.read(SCHEMAS).findValuesAsText("name")).doesNotContain("Mine");
  }

  @Tag("smoke")
  @Test
  void aBodyLargerThanTheBoundIsRefused() {
    String large = " ".repeat(2 * 1024 * 1024);

    Change.Refused refused =
        rest.post(SCHEMAS, Map.of("name", "Mine", "kind", "payload", "schema", large))
            .expectRefused();

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body().path("errorMessage").asText())
        .isEqualTo("This is larger than 2097152 bytes. Send less.");
    assertThat(rest.read(SCHEMAS).findValuesAsText("name")).doesNotContain("Mine");
  }

  @Test
  void aSchemaIsSavedChangedAndDeleted() {
    String id = rest.post(SCHEMAS, schema("Mine", "{\"type\": \"object\"}")).id();
    assertThat(rest.post(SCHEMAS, schema("MINE", "{}")).expectRefused().errorMessage())
        .contains("already");

    JsonAnswer changed =
        rest.call("PUT", SCHEMAS + "/" + id, Map.of("schema", ShopRealm.CUSTOMER, "version", 1));
    assertThat(changed.body().path("saved").asBoolean()).isTrue();
    assertThat(changed.body().path("version").asInt()).isEqualTo(2);
    Change.Refused stale =
        rest.put(SCHEMAS + "/" + id, Map.of("schema", "{\"type\": \"object\"}", "version", 1))
            .expectRefused();
    assertThat(stale.status()).isEqualTo(409);
    assertThat(rest.read(SCHEMAS + "/" + id).path("schema").asText()).isEqualTo(ShopRealm.CUSTOMER);

    rest.delete(SCHEMAS + "/" + id).expectDone();
    assertThat(rest.call("GET", SCHEMAS + "/" + id, null).status()).isEqualTo(404);
  }

  @Test
  void aSchemaIsSentAsAnObjectToo() {
    Map<String, Object> schema = Map.of("type", "object", "properties", Map.of());
    JsonAnswer created =
        rest.call("POST", SCHEMAS, Map.of("name", "Mine", "kind", "payload", "schema", schema));
    assertThat(created.status()).isEqualTo(201);
    String id = created.body().path("id").asText();
    String text = rest.read(SCHEMAS + "/" + id).path("schema").asText();
    assertThat(Json.read(text)).isEqualTo(Json.tree(schema));
    assertThat(text).as("readable").contains("\n");

    Map<String, Object> other =
        Map.of(
            "type", "object", "properties", Map.of("company", Map.of("type", List.of("string"))));
    JsonNode findings =
        rest.call("POST", SCHEMAS + "/lint", Map.of("kind", "payload", "schema", other)).body();
    assertThat(findings.isArray()).isTrue();
    assertThat(
            rest.call(
                    "PUT",
                    SCHEMAS + "/" + id,
                    Map.of("schema", Map.of("type", "object"), "version", 1))
                .status())
        .isEqualTo(200);
    assertThat(Json.read(rest.read(SCHEMAS + "/" + id).path("schema").asText()))
        .isEqualTo(Json.tree(Map.of("type", "object")));
  }

  @Test
  void whatIsNoSchemaIsToldHowToBeSent() {
    String both = "The schema itself may be a JSON object, or a text that holds one.";

    assertThat(
            rest.post(SCHEMAS, Map.of("name", "Mine", "kind", "payload", "schema", 7))
                .expectRefused()
                .errorMessage())
        .isEqualTo("schema: Send it as a JSON object, or as a text that holds one.");
    assertThat(rest.post(SCHEMAS, Map.of("type", "object")).expectRefused().errorMessage())
        .contains("\"type\" is not a field")
        .endsWith(both);
    assertThat(rest.post(SCHEMAS, List.of()).expectRefused().errorMessage())
        .contains("not a JSON object")
        .endsWith(both);
    assertThat(rest.put(SCHEMAS + "/" + id("Customer"), List.of()).expectRefused().errorMessage())
        .contains("\"version\"")
        .endsWith(both);
  }

  @Test
  void aSchemaInUseStaysAndAChangeCountsWhomItFails() {
    shop.customers();
    shop.user("ada", "Customers");
    shop.user("grace", "Customers");
    String id = id("Customer");
    Change.Refused used = rest.delete(SCHEMAS + "/" + id).expectRefused();
    assertThat(used.status()).isEqualTo(409);
    assertThat(used.errorMessage()).contains("used by: Customers");

    Map<String, Object> harder =
        new HashMap<>(
            Map.of(
                "schema",
                ShopRealm.CUSTOMER.replace("\"minLength\": 2", "\"minLength\": 5"),
                "version",
                1));
    JsonNode dry = rest.call("PUT", SCHEMAS + "/" + id + "?dryRun=true", harder).body();
    assertThat(dry.path("saved").asBoolean()).isFalse();
    assertThat(dry.at("/impact/examined").asInt()).isEqualTo(2);
    assertThat(dry.at("/impact/newlyFailing").asInt()).isEqualTo(2);
    assertThat(dry.at("/impact/examples/0/violations/0/pointer").asText()).isEqualTo("/company");
    assertThat(dry.at("/changes/0/field").asText()).isEqualTo("company");

    Change.Refused failing = rest.put(SCHEMAS + "/" + id, harder).expectRefused();
    assertThat(failing.status()).isEqualTo(409);
    assertThat(failing.errorMessage()).contains("2 of 2 users");
    assertThat(rest.read(SCHEMAS + "/" + id).path("version").asInt()).isEqualTo(1);
    harder.put("acceptFailing", true);
    rest.put(SCHEMAS + "/" + id, harder).expectDone();
    assertThat(new DirectGrant(shop.client(ShopClient.SHOP)).login("ada", ShopRealm.PASSWORD).ok())
        .isFalse();
  }

  @Tag("smoke")
  @Test
  void aPoolIsCreatedChangedAndDeleted() {
    String id =
        rest.post(
                POOLS,
                Map.of(
                    "name",
                    "Customers",
                    "clients",
                    List.of("shop"),
                    "publicRegistrationAllowed",
                    true,
                    "passwordMinLength",
                    12))
            .id();

    JsonNode pool = rest.read(POOLS + "/" + id);
    assertThat(pool.path("clients").path(0).asText()).isEqualTo("shop");
    assertThat(pool.path("publicRegistrationAllowed").asBoolean()).isTrue();
    assertThat(pool.path("passwordMinLength").asInt()).isEqualTo(12);
    rest.put(POOLS + "/" + id, Map.of("description", "Who buys")).expectDone();
    assertThat(rest.read(POOLS + "/" + id).path("passwordMinLength").asInt()).isEqualTo(12);
    assertThat(rest.read(POOLS).path(0).path("description").asText()).isEqualTo("Who buys");

    Change.Refused unknown = rest.put(POOLS + "/" + id, Map.of("colour", "red")).expectRefused();
    assertThat(unknown.body().path("field").asText()).isEqualTo("colour");
    assertThat(rest.put(POOLS + "/" + id, Map.of("otpLength", "six")).expectRefused().status())
        .isEqualTo(400);
    assertThat(rest.put(POOLS + "/" + id, Map.of("otpLength", 99)).expectRefused().errorMessage())
        .contains("not a whole number from 4 to 10");
    rest.delete(POOLS + "/" + id).expectDone();
    assertThat(rest.read(POOLS)).isEmpty();
  }

  @Tag("smoke")
  @Test
  void anotherSchemaForAPoolCountsWhomItFails() {
    String pool = shop.customers();
    shop.user("ada", "Customers");
    shop.user("grace", "Customers");
    rest.post(
            SCHEMAS,
            schema("Firm", ShopRealm.CUSTOMER.replace("\"minLength\": 2", "\"minLength\": 5")))
        .expectDone();
    String path = POOLS + "/" + pool;
    Map<String, Object> harder = Map.of("payloadSchema", "Firm");

    JsonNode dry = rest.call("PUT", path + "?dryRun=true", harder).body();
    assertThat(dry.path("saved").asBoolean()).isFalse();
    assertThat(dry.at("/pool/payloadSchema").asText()).isEqualTo("Firm");
    assertThat(dry.at("/impact/examined").asInt()).isEqualTo(2);
    assertThat(dry.at("/impact/newlyFailing").asInt()).isEqualTo(2);
    assertThat(dry.at("/impact/examples/0/violations/0/pointer").asText()).isEqualTo("/company");

    Change.Refused refused = rest.put(path, harder).expectRefused();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.errorMessage()).contains("payloadSchema").contains("2 of 2 users");
    assertThat(rest.read(path).path("payloadSchema").asText()).isEqualTo("Customer");

    JsonNode saved = rest.call("PUT", path + "?acceptFailing=true", harder).body();
    assertThat(saved.path("saved").asBoolean()).isTrue();
    assertThat(rest.read(path).path("payloadSchema").asText()).isEqualTo("Firm");
    assertThat(new DirectGrant(shop.client(ShopClient.SHOP)).login("ada", ShopRealm.PASSWORD).ok())
        .isFalse();
    assertThat(rest.put(path, Map.of("payloadSchema", "default-payload")))
        .isInstanceOf(Change.Done.class);
  }

  @Test
  void aDryRunRefusesSettingsThatCannotWork() {
    String path = POOLS + "/" + shop.customers();

    Change.Refused refused =
        rest.put(path + "?dryRun=true", Map.of("payloadSchema", "None")).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage()).contains("There is no such schema");
  }

  @Test
  void theFormOfTheConsoleRefusesAnotherSchemaThatFailsUsers() {
    String pool = shop.customers();
    shop.user("ada", "Customers");
    rest.post(
            SCHEMAS,
            Map.of(
                "name",
                "Rank",
                "kind",
                "metadata",
                "schema",
                "{\"type\": \"object\", \"properties\": {\"rank\": {\"type\": \"string\"}},"
                    + " \"required\": [\"rank\"]}"))
        .expectDone();

    Change.Refused refused =
        realm.components().change(pool, Map.of("metadataSchema", "Rank")).expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage())
        .contains("Metadata schema (metadataSchema)")
        .contains("1 of 1 users")
        .contains("acceptFailing=true");
    assertThat(rest.read(POOLS + "/" + pool).path("metadataSchema").asText()).isEqualTo("Standing");
    realm
        .components()
        .change(pool, Map.of("description", "Who buys", "metadataSchema", "default-metadata"))
        .expectDone();
  }

  @Test
  void aUserIsCreatedWithAPassword() {
    String pool = shop.customers();

    JsonAnswer created =
        rest.call(
            "POST",
            users(pool),
            Map.of(
                "payload", payload("ada"),
                "metadata", Map.of("tier", "gold", "risk", 3),
                "credentials", Map.of("password", ShopRealm.PASSWORD)));

    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    assertThat(created.body().at("/payload/company").asText()).isEqualTo("Acme");
    assertThat(created.body().at("/metadata/risk").asInt()).isEqualTo(3);
    assertThat(created.body().toString()).doesNotContain(ShopRealm.PASSWORD);
    String id = created.body().path("id").asText();
    assertThat(realm.users().get(id).getFederationLink()).isEqualTo(pool);
    assertThat(
            new DirectGrant(shop.client(ShopClient.SHOP))
                .login("ada@example.org", ShopRealm.PASSWORD)
                .ok())
        .isTrue();
    assertThat(realm.events().ofAdministrators().toString()).doesNotContain(ShopRealm.PASSWORD);
  }

  /** Otherwise a password meant to be temporary would stay. */
  @Test
  void aFieldThatIsNotKnownIsRefusedInsideAsWell() {
    Change.Refused refused =
        realm
            .rest()
            .post(
                users(shop.customers()),
                Map.of(
                    "payload", payload("ada"),
                    "credentials", Map.of("password", ShopRealm.PASSWORD, "temprary", true)))
            .expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.errorMessage()).contains("temprary").contains("temporary");
    assertThat(realm.users().byUsername("ada@example.org")).isEmpty();
  }

  @Test
  void documentsThatDoNotFitAreRefusedWithEveryPlace() {
    String pool = shop.customers();
    Map<String, Object> payload = new HashMap<>(payload("ada"));
    payload.put("company", "A");
    payload.put("cat", "Tom");
    payload.put("employees", "many");

    Change.Refused refused =
        rest.post(users(pool), Map.of("payload", payload, "metadata", Map.of("tier", "tin")))
            .expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("errors").findValuesAsText("field"))
        .contains("payload/cat", "metadata/tier");
    assertThat(realm.users().count()).isZero();
  }

  @Test
  void aUserIsInvited() throws Exception {
    String pool = shop.customers();
    try (Mailbox mailbox = Mailbox.of(realm)) {
      rest.post(users(pool), Map.of("payload", payload("ada"), "invite", true)).expectDone();

      Page page = realm.browser().get(mailbox.link());
      if (!page.asks("password-new")) {
        page = page.follow("action-token");
      }
      assertThat(page.asks("password-new")).as(page.text()).isTrue();
      page.submit(
          Map.of("password-new", ShopRealm.PASSWORD, "password-confirm", ShopRealm.PASSWORD));
    }
    assertThat(realm.users().byUsername("ada@example.org").orElseThrow().isEmailVerified())
        .isTrue();
    assertThat(
            new DirectGrant(shop.client(ShopClient.SHOP))
                .login("ada@example.org", ShopRealm.PASSWORD)
                .ok())
        .isTrue();
  }

  @Test
  void whoCannotBeInvitedIsNotCreated() {
    String pool = shop.customers();

    assertThat(
            rest.post(users(pool), Map.of("payload", payload("ada"), "invite", true))
                .expectRefused()
                .errorMessage())
        .contains("Failed to send");
    assertThat(realm.users().count()).isZero();
  }

  @Test
  void aPoolWithoutPasswordsTakesNone() {
    String pool = shop.addPool("Codes", Map.of("authenticationMechanisms", "otp")).id();

    assertThat(
            rest.post(
                    users(pool),
                    Map.of(
                        "payload",
                        Map.of(
                            "given_name", "Ada",
                            "family_name", "Lovelace",
                            "email", "ada@example.org"),
                        "credentials",
                        Map.of("password", ShopRealm.PASSWORD)))
                .expectRefused()
                .errorMessage())
        .contains("have no passwords");
  }

  @Test
  void usersArePagedAndSearched() {
    String pool = shop.customers();
    shop.staff();
    for (String name : List.of("ada", "alan", "grace")) {
      shop.user(name, "Customers");
    }
    shop.user("adam", "Staff");

    assertThat(rest.read(users(pool)).findValuesAsText("username"))
        .containsExactly("ada", "alan", "grace");
    assertThat(rest.read(users(pool) + "?first=1&max=1").findValuesAsText("username"))
        .containsExactly("alan");
    assertThat(rest.read(users(pool) + "?search=lan").findValuesAsText("username"))
        .containsExactly("alan");
    assertThat(rest.read(users(pool) + "?search=ada%20LOVELACE").findValuesAsText("username"))
        .containsExactly("ada", "alan", "grace");
    assertThat(rest.read(users(pool) + "?search=grace%20lovelace").findValuesAsText("username"))
        .containsExactly("grace");
    assertThat(rest.read(users(pool) + "?search=%25").findValuesAsText("username")).isEmpty();
  }

  @Test
  void usersAreThoseWhoseLinkIsThePool() {
    String pool = shop.customers();
    String ada = shop.user("ada", "Customers");
    assertThat(rest.read(users(pool)).findValuesAsText("username")).containsExactly("ada");

    realm.components().change(pool, Map.of("deleteUsers", "true")).expectDone();
    assertThat(realm.components().unlinkUsers(pool).ok()).isTrue();

    assertThat(realm.users().get(ada).getFederationLink()).isNull();
    assertThat(rest.read(users(pool)).findValuesAsText("username")).isEmpty();
  }

  @Test
  void aUserIsMovedIntoAPool() {
    String customers = shop.customers();
    String id = rest.post("/users", ShopRealm.person("ada")).id();

    Change.Refused refused = rest.put(users(customers) + "/" + id, null).expectRefused();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("field").asText()).isEqualTo("payload/company");
    rest.put(users(customers) + "/" + id + "?allowIncomplete=true", null).expectDone();
    assertThat(realm.users().get(id).getFederationLink()).isEqualTo(customers);
  }

  @Test
  void eachRoleMayWhatItMayAndNothingElse() {
    String pool = shop.customers();
    String ada = shop.user("ada", "Customers");
    String schema = id("Customer");
    List<Set<String>> all = new ArrayList<>();
    managementRoles().forEach(role -> all.add(Set.of(role)));
    all.add(Set.of());
    assertThat(all).hasSizeGreaterThan(15);

    SoftAssertions soft = new SoftAssertions();
    for (Set<String> roles : all) {
      AdminRest asked = realm.restAs(tokenWith(roles));
      boolean admin = roles.contains("realm-admin");
      boolean manages = admin || roles.contains("manage-realm");
      boolean sees = manages || roles.contains("view-realm");
      boolean managesUsers = admin || roles.contains("manage-users");
      boolean seesUsers = managesUsers || roles.contains("view-users");
      Map<String, Object> calls = new HashMap<>();
      calls.put("GET " + SCHEMAS, sees);
      calls.put("GET " + SCHEMAS + "/" + schema, sees);
      calls.put("GET " + SCHEMAS + "/none", sees);
      calls.put("POST " + SCHEMAS, manages);
      calls.put("POST " + SCHEMAS + "/lint", sees);
      calls.put("PUT " + SCHEMAS + "/" + schema, manages);
      calls.put("DELETE " + SCHEMAS + "/" + schema, manages);
      calls.put("GET " + POOLS, sees);
      calls.put("GET " + POOLS + "/" + pool, sees);
      calls.put("POST " + POOLS, manages);
      calls.put("PUT " + POOLS + "/" + pool, manages);
      calls.put("DELETE " + POOLS + "/" + pool, manages);
      calls.put("GET " + users(pool), seesUsers);
      calls.put("GET " + users(pool) + "/" + ada, seesUsers);
      calls.put("GET " + users("none"), seesUsers);
      calls.put("POST " + users(pool), managesUsers);
      calls.put("PUT " + users(pool) + "/" + ada, managesUsers);
      calls.forEach(
          (call, allowed) -> {
            String method = call.substring(0, call.indexOf(' '));
            Object body = method.equals("POST") || method.equals("PUT") ? Map.of() : null;
            int status = asked.call(method, call.substring(method.length() + 1), body).status();
            soft.assertThat(status != 403).as(call + " with " + roles).isEqualTo(allowed);
          });
    }
    soft.assertAll();
    assertThat(realm.restAs("").call("GET", POOLS, null).status()).isEqualTo(401);
  }

  @Test
  void answersAreInTheLanguageOfTheAdmin() {
    String token = tokenWith(Set.of("realm-admin"), "de");

    assertThat(
            realm.restAs(token).post(POOLS, Map.of("name", "Nein!")).expectRefused().errorMessage())
        .contains("Buchstaben und Ziffern");
  }

  @Test
  void aUserWhoIsThereAlreadyIsRefusedWithASentence() {
    String pool = shop.customers();
    Map<String, Object> ada = Map.of("username", "ada", "payload", payload("ada"));
    rest.post(users(pool), ada).expectDone();

    Change.Refused again = rest.post(users(pool), ada).expectRefused();
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().toString())
        .contains("Username already exists.")
        .contains("Email already exists.")
        .doesNotContain("existsMessage")
        .doesNotContain("ExistsMessage");
    String german = tokenWith(Set.of("manage-users"), "de");
    assertThat(
            realm
                .restAs(german)
                .post(users(pool), Map.of("username", "ada", "payload", payload("augusta")))
                .expectRefused()
                .errorMessage())
        .isEqualTo("Benutzername existiert bereits.");
  }

  @Test
  void aNameThatKeycloakKeepsFromPoolsIsRefused() {
    Change.Refused refused =
        rest.post(
                users(shop.customers()),
                Map.of("username", "service-account-shop", "payload", payload("ada")))
            .expectRefused();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("field").asText()).isEqualTo("username");
    assertThat(refused.errorMessage())
        .isEqualTo("This name cannot be used. Please choose another.");
  }

  @Test
  void nobodyIsMovedIntoAPoolThatIsOffOrOutOfOne() {
    String customers = shop.customers();
    String staff = shop.staff();
    String local = realm.users().create("local", ShopRealm.PASSWORD);
    String ada = shop.user("ada", "Customers");
    realm.components().disable(customers).expectDone();

    Change.Refused into =
        rest.put(users(customers) + "/" + local + "?allowIncomplete=true", null).expectRefused();
    assertThat(into.status()).isEqualTo(409);
    assertThat(into.errorMessage()).contains("This identity pool is switched off.");
    assertThat(realm.users().get(local).getFederationLink()).isNull();

    Change.Refused outOf =
        rest.put(users(staff) + "/" + ada + "?allowIncomplete=true", null).expectRefused();
    assertThat(outOf.status()).isEqualTo(409);
    assertThat(outOf.errorMessage()).contains("This user is in an identity pool that is switched");
    Change.Refused onTheForm =
        realm.users().changeAttributes(ada, Map.of("identityPool", List.of(""))).expectRefused();
    assertThat(onTheForm.errorMessage()).isEqualTo("identityPoolOffItself");
    assertThat(realm.users().get(ada).getFederationLink()).isEqualTo(customers);
  }

  @Test
  void aServiceAccountIsNotMoved() {
    String customers = shop.customers();
    String client =
        realm
            .rest()
            .post(
                "/clients",
                Map.of("clientId", "robot", "publicClient", false, "serviceAccountsEnabled", true))
            .id();
    String robot =
        realm.rest().read("/clients/" + client + "/service-account-user").path("id").asText();

    Change.Refused refused =
        rest.put(users(customers) + "/" + robot + "?allowIncomplete=true", null).expectRefused();

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.errorMessage()).contains("service account of a client");
    assertThat(realm.users().get(robot).getFederationLink()).isNull();
  }

  /** Keycloak makes an authentication session for the token, as at a registration. */
  @Test
  void whoIsCreatedByAScriptDoesNotJoinThePoolOfItsClient() {
    AdminRest script = realm.restOfScript("robot", "manage-users", "query-clients");
    shop.addPool("Robots", Map.of("clients", List.of("robot"))).expectDone();

    String created = script.post("/users", Map.of("username", "zoe", "enabled", true)).id();

    assertThat(realm.users().get(created).getFederationLink()).isNull();
  }

  private String id(String schema) {
    return rest.read(SCHEMAS)
        .valueStream()
        .filter(each -> each.path("name").asText().equals(schema))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asText();
  }

  private static Map<String, Object> schema(String name, String text) {
    return Map.of("name", name, "kind", "payload", "schema", text);
  }

  private static String users(String pool) {
    return POOLS + "/" + pool + "/users";
  }

  private static Map<String, Object> payload(String name) {
    return Map.of(
        "given_name", "Ada",
        "family_name", "Lovelace",
        "email", name + "@example.org",
        "company", "Acme");
  }

  private List<String> managementRoles() {
    String client = rest.read("/clients?clientId=realm-management").path(0).path("id").asText();
    return rest.texts("/clients/" + client + "/roles", "name");
  }

  private String tokenWith(Set<String> roles) {
    return tokenWith(roles, "");
  }

  private String tokenWith(Set<String> roles, String locale) {
    String name = "admin-" + realm.users().count();
    String id = realm.users().create(name, ShopRealm.PASSWORD);
    realm.users().grantClientRoles(id, "realm-management", roles);
    if (!locale.isEmpty()) {
      realm.users().changeAttributes(id, Map.of("locale", List.of(locale))).expectDone();
    }
    TokenAnswer tokens = realm.directGrant().login(name, ShopRealm.PASSWORD);
    assertThat(tokens.ok()).as(tokens.toString()).isTrue();
    return tokens.accessToken();
  }
}
