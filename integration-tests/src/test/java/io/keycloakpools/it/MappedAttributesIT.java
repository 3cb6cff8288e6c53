package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.person.Account;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visibility of mapped attributes in a realm whose profile does not declare them. */
class MappedAttributesIT extends PoolScenarios {

  private static final String DEPARTMENT = "department";

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @Tag("smoke")
  @ParameterizedTest
  @ValueSource(strings = {"stay", "stay-copied-once", "move-at-first-sign-in"})
  void adminsSeeItAndThePersonDoesNot(String stayOrMove) {
    pool(mapping(stayOrMove));
    Person ada = inDirectory(ada());
    Account account = realm.account(signedIn(Flow.BROWSER, ada).tokens().orElseThrow());
    String id = imported(ada).getId();

    assertThat(attribute(imported(ada), DEPARTMENT)).containsExactly("Research");
    JsonNode shown = metadata(id, DEPARTMENT);
    assertThat(shown.isMissingNode()).isFalse();
    assertThat(shown.path("readOnly").asBoolean()).isEqualTo(stayOrMove.equals("stay"));
    assertThat(account.read().body().path("attributes").has(DEPARTMENT)).isFalse();
    JsonAnswer unused = account.changeAttributes(Map.of(DEPARTMENT, List.of("Board")));
    assertThat(attribute(imported(ada), DEPARTMENT)).containsExactly("Research");
  }

  @Test
  void whatAnAdminDeclaredStaysAsItIs() {
    realm
        .profile()
        .addAttribute(
            Map.of(
                "name",
                DEPARTMENT,
                "displayName",
                "Team",
                "permissions",
                Map.of("view", List.of("admin", "user"), "edit", List.of("user"))))
        .expectDone();
    JsonNode before = StayOrMoveIT.declared(realm, DEPARTMENT);

    pool(mapping("stay"));

    assertThat(StayOrMoveIT.declared(realm, DEPARTMENT)).isEqualTo(before);
  }

  /** There, admins see everything and may let users write. */
  @Test
  void aRealmThatShowsUndeclaredAttributesIsLeftAsItIs() {
    realm.profile().unmanagedAttributes("ADMIN_VIEW").expectDone();
    pool(mapping("move-at-first-sign-in"));
    Person ada = inDirectory(ada());
    signedIn(Flow.DIRECT_GRANT, ada);

    assertThat(StayOrMoveIT.declared(realm, DEPARTMENT).isMissingNode()).isTrue();
    assertThat(attribute(imported(ada), DEPARTMENT)).containsExactly("Research");
  }

  /** Keycloak lets users choose their language. */
  @Test
  void theLanguageStaysThePersons() {
    pool(Map.of("attributeMappings", pairs(directory.attribute(), "locale")));

    assertThat(StayOrMoveIT.declared(realm, "locale").isMissingNode()).isTrue();
  }

  /** The id stays, and its label follows the name, also for migrated users. */
  @Test
  void thePageOfAUserNamesThePool() {
    String pool = pool(mapping("move-at-first-sign-in"));
    Person ada = inDirectory(ada());
    signedIn(Flow.DIRECT_GRANT, ada);
    String id = imported(ada).getId();
    assertThat(label(id, pool)).isEqualTo("pool (" + pool + ")");

    JsonNode component = realm.rest().read("/components/" + pool);
    ((ObjectNode) component).put("name", "Old shop");
    realm.rest().put("/components/" + pool, component).expectDone();

    assertThat(label(id, pool)).isEqualTo("Old shop (" + pool + ")");
    assertThat(attribute(imported(ada), POOL)).containsExactly(pool);
    assertThat(metadata(id, POOL).path("displayName").asText()).isEqualTo("${userPool}");
    realm.users().change(id, Map.of("firstName", "Augusta")).expectDone();

    realm.components().delete(pool).expectDone();
    assertThat(label(id, pool)).isEqualTo("Old shop (" + pool + ")");
    realm.users().change(id, Map.of("firstName", "Ada")).expectDone();
    assertThat(attribute(realm.users().get(id), POOL)).containsExactly(pool);
  }

  private Person ada() {
    return Person.named("ada").attribute(directory.attribute(), "Research");
  }

  private String label(String user, String pool) {
    return metadata(user, POOL).at("/annotations/inputOptionLabels").path(pool).asText();
  }

  private JsonNode metadata(String user, String attribute) {
    return realm
        .users()
        .withProfileMetadata(user)
        .at("/userProfileMetadata/attributes")
        .valueStream()
        .filter(each -> each.path("name").asText().equals(attribute))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private Map<String, String> mapping(String stayOrMove) {
    return Map.of(
        "stayOrMove", stayOrMove, "attributeMappings", pairs(directory.attribute(), DEPARTMENT));
  }
}
