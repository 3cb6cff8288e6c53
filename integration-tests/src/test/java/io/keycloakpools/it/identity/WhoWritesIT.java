package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/** Users cannot write fields that a pool's schemas leave to admins, by any way. */
@ExtendWith(RunningKeycloak.class)
class WhoWritesIT {

  private static final String PAYLOAD =
      """
      {
        "type": "object",
        "properties": {
          "family_name": {"type": "string", "readOnly": true},
          "email": {"type": "string", "format": "email"},
          "company": {"type": "string"},
          "pin": {"type": "string", "writeOnly": true},
          "address": {
            "type": "object",
            "readOnly": true,
            "properties": {"locality": {"type": "string"}}
          }
        },
        "required": ["family_name", "email"]
      }
      """;

  private static final String METADATA =
      """
      {
        "type": "object",
        "properties": {
          "given_name": {"type": "string"},
          "risk": {"type": "integer", "hidden": true},
          "limits": {
            "type": "object",
            "properties": {"most": {"type": "integer"}, "least": {"type": "integer"}}
          }
        }
      }
      """;

  private ShopRealm shop;
  private TestRealm realm;
  private String pool;
  private String ada;

  @BeforeEach
  void open(AdminApi admin) {
    shop = ShopRealm.create(admin);
    realm = shop.realm();
    schema("Guarded", "payload", PAYLOAD).expectDone();
    schema("Limits", "metadata", METADATA).expectDone();
    pool =
        shop.addPool(
                "Guarded",
                Map.of("payloadSchema", "Guarded", "metadataSchema", "Limits", "clients", "shop"))
            .id();
    ada = shop.user("ada", "Guarded");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aNameThatOnlyAdminsWriteIsNotChangedAtTheAccount() {
    Account account = account();

    assertThat(account.attributeMetadata("firstName").path("readOnly").asBoolean()).isTrue();
    assertThat(account.attributeMetadata("lastName").path("readOnly").asBoolean()).isTrue();
    assertThat(account.attributeMetadata("email").path("readOnly").asBoolean()).isFalse();
    account.change(Map.of("firstName", "Eve"));
    account.change(Map.of("lastName", "Eve"));
    assertThat(account.changeAttributes(Map.of("company", List.of("Initech"))).ok()).isTrue();

    UserRepresentation stored = realm.users().get(ada);
    assertThat(stored.getFirstName()).isEqualTo("Ada");
    assertThat(stored.getLastName()).isEqualTo("Lovelace");
    assertThat(stored.getAttributes()).containsEntry("company", List.of("Initech"));
    realm.users().change(ada, Map.of("firstName", "Augusta", "lastName", "King")).expectDone();
    assertThat(realm.users().get(ada).getLastName()).isEqualTo("King");
  }

  @Test
  void aNameThatOnlyAdminsWriteIsNotChangedOnKeycloaksPage() {
    realm.users().change(ada, Map.of("requiredActions", List.of("UPDATE_PROFILE"))).expectDone();
    Page page =
        new Browser(shop.client(ShopClient.SHOP))
            .login("ada", ShopRealm.PASSWORD)
            .expect(LoginOutcome.RequiredActionPage.class)
            .page();
    Map<String, String> forged = new HashMap<>(page.fields());
    forged.putAll(Map.of("firstName", "Eve", "lastName", "Eve", "address.locality", "Paris"));

    page.send(forged);

    UserRepresentation stored = realm.users().get(ada);
    assertThat(stored.getFirstName()).isEqualTo("Ada");
    assertThat(stored.getLastName()).isEqualTo("Lovelace");
    assertThat(stored.getAttributes()).doesNotContainKey("address.locality");
  }

  @Test
  void membersOfAnObjectThatIsReadOnlyAreForAdminsToWrite() {
    realm.users().changeAttributes(ada, Map.of("address.locality", List.of("London"))).expectDone();
    Account account = account();

    assertThat(account.attributeMetadata("address.locality").path("readOnly").asBoolean()).isTrue();
    account.changeAttributes(Map.of("address.locality", List.of("Paris")));

    assertThat(realm.users().get(ada).getAttributes())
        .containsEntry("address.locality", List.of("London"));
  }

  /** An object is stored by its members, but also read as a whole. */
  @Test
  void anObjectIsNotForgedAsAWhole() {
    realm.profile().unmanagedAttributes("ENABLED").expectDone();
    realm.users().changeAttributes(ada, Map.of("limits.least", List.of("1"))).expectDone();
    Account account = account();

    account.changeAttributes(Map.of("limits", List.of("{\"most\":1000000}")));
    account.changeAttributes(Map.of("address", List.of("{\"locality\":\"Paris\"}")));

    JsonNode documents = realm.rest().read("/identity-pools/" + pool + "/users/" + ada);
    assertThat(documents.path("metadata").path("limits").toString()).isEqualTo("{\"least\":1}");
    assertThat(documents.path("payload").has("address")).isFalse();
    assertThat(account.changeAttributes(Map.of("company", List.of("Initech"))).ok()).isTrue();
  }

  @Test
  void whatIsHiddenCannotBeGuessed() {
    realm.users().changeAttributes(ada, Map.of("risk", List.of("7"))).expectDone();
    Account account = account();

    JsonAnswer wrong = account.changeAttributes(Map.of("risk", List.of("6")));
    JsonAnswer right = account.changeAttributes(Map.of("risk", List.of("7")));
    JsonAnswer other = account.changeAttributes(Map.of("user.attributes.risk", List.of("6")));

    assertThat(wrong.status()).isEqualTo(right.status()).isEqualTo(other.status());
    assertThat(wrong.body()).isEqualTo(right.body());
    assertThat(realm.users().get(ada).getAttributes()).containsEntry("risk", List.of("7"));
  }

  @Test
  void anEmptyObjectIsKeptWhateverTheRealmSaysOfOtherAttributes() {
    JsonAnswer created =
        realm
            .rest()
            .call(
                "POST",
                "/identity-pools/" + pool + "/users",
                Map.of(
                    "payload", Map.of("family_name", "Hopper", "email", "grace@example.org"),
                    "metadata", Map.of("limits", Map.of())));
    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    String grace = created.body().path("id").asText();

    realm.users().change(grace, Map.of("lastName", "Murray")).expectDone();

    JsonNode documents = realm.rest().read("/identity-pools/" + pool + "/users/" + grace);
    assertThat(documents.at("/metadata/limits").toString()).isEqualTo("{}");
  }

  @Test
  void whatIsWriteOnlyAPersonKeepsAndAnAdminClears() {
    realm.users().changeAttributes(ada, Map.of("pin", List.of("1234"))).expectDone();

    assertThat(account().changeAttributes(Map.of("company", List.of("Initech"))).ok()).isTrue();
    assertThat(realm.users().get(ada).getAttributes()).containsEntry("pin", List.of("1234"));

    realm.users().changeAttributes(ada, Map.of("pin", List.of(""))).expectDone();
    assertThat(realm.users().get(ada).getAttributes()).doesNotContainKey("pin");
  }

  @Test
  void noFieldIsInBothSchemasOfAPool() {
    schema("Both", "metadata", METADATA.replace("limits", "company")).expectDone();
    assertThat(
            realm
                .components()
                .change(pool, Map.of("metadataSchema", "Both"))
                .expectRefused()
                .errorMessage())
        .contains("Metadata schema (metadataSchema)")
        .contains("\"company\"");

    String limits =
        realm
            .rest()
            .read("/identity-schemas")
            .valueStream()
            .filter(each -> each.path("name").asText().equals("Limits"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    Change.Refused refused =
        realm
            .rest()
            .put(
                "/identity-schemas/" + limits,
                Map.of("schema", METADATA.replace("limits", "company"), "version", 1))
            .expectRefused();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.errorMessage()).contains("\"company\"").contains("\"Guarded\"");
  }

  private Change schema(String name, String kind, String text) {
    return realm
        .rest()
        .post("/identity-schemas", Map.of("name", name, "kind", kind, "schema", text));
  }

  private Account account() {
    var tokens = new DirectGrant(shop.client(ShopClient.SHOP)).login("ada", ShopRealm.PASSWORD);
    assertThat(tokens.ok()).as(tokens.toString()).isTrue();
    return new Account(shop.client(ShopClient.SHOP), tokens);
  }
}
