package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.simulators.rest.RestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Groups beside roles, and several organizations. */
class MembershipsIT extends AdaInRest {

  @Nested
  final class Groups {

    @BeforeEach
    void haveGroups() {
      for (String name : List.of("staff", "crew", "bosses", "by-admin")) {
        realm.createGroup(name).expectDone();
      }
    }

    @Test
    void areThoseThatAnAdminNamedAndThoseOfTheSameName() {
      empower("bosses");
      pool(Map.of("groupMappings", PoolScenarios.pairs("sailors", "/crew")));
      ada(user -> groups(user, "staff", "sailors", "bosses", "/bosses", "nowhere"));

      signIn();

      assertThat(realm.users().groups(imported().getId()))
          .containsExactlyInAnyOrder("/staff", "/crew");
      assertThat(realm.groups()).doesNotContain("nowhere");
    }

    @Test
    void withPowerNeedToBeNamed() {
      empower("bosses");
      pool(Map.of("groupMappings", PoolScenarios.pairs("bosses", "/bosses")));
      ada(user -> groups(user, "bosses"));

      signIn();

      assertThat(realm.users().groups(imported().getId())).containsExactly("/bosses");
    }

    @Test
    void followTheDirectoryButThoseOfAnAdminStay() {
      pool(Map.of("group", "/crew"));
      ada(user -> groups(user, "staff", "crew"));
      signIn();
      String id = imported().getId();
      String byAdmin = realm.rest().read("/group-by-path/by-admin").path("id").asText();
      realm.rest().put("/users/" + id + "/groups/" + byAdmin, Map.of()).expectDone();

      ada(user -> groups(user, "by-admin"));
      signIn();
      assertThat(realm.users().groups(id)).containsExactlyInAnyOrder("/crew", "/by-admin");

      ada(user -> groups(user));
      signIn();
      assertThat(realm.users().groups(id)).containsExactlyInAnyOrder("/crew", "/by-admin");
    }

    @Test
    void thatDoNotExistAreRefusedWhenThePoolIsSaved() {
      Change refused = tryPool(Map.of("groupMappings", PoolScenarios.pairs("sailors", "/gone")));

      assertThat(refused.toString()).contains("groupMappings", "/gone");
    }

    private static RestUser.Builder groups(RestUser.Builder user, String... names) {
      return user.member("groups", List.of(names));
    }

    private void empower(String group) {
      String id = realm.rest().read("/group-by-path/" + group).path("id").asText();
      String client =
          realm.rest().read("/clients?clientId=realm-management").path(0).path("id").asText();
      Map<String, Object> role =
          Map.of(
              "id",
              realm.rest().read("/clients/" + client + "/roles/view-users").path("id").asText(),
              "name",
              "view-users");
      realm
          .rest()
          .post("/groups/" + id + "/role-mappings/clients/" + client, List.of(role))
          .expectDone();
    }
  }

  @Nested
  final class Organizations {

    private String pool;

    @BeforeEach
    void haveOrganizations() {
      realm.organizations().enable().expectDone();
      realm.organizations().create("acme").expectDone();
      pool = pool(Map.of("tenantResolver", "dynamic", "tenantIdFieldName", "tenants"));
    }

    @Test
    void mayBeSeveralAndFollowTheDirectory() {
      realm.organizations().create("globex").expectDone();
      ada(user -> tenants(user, Map.of("id", "acme"), Map.of("id", "globex")));
      signIn();
      String id = imported().getId();
      assertThat(realm.organizations().ofUser(id)).containsExactlyInAnyOrder("acme", "globex");

      ada(user -> tenants(user, Map.of("id", "globex")));
      signIn();
      assertThat(realm.organizations().ofUser(id)).containsExactly("globex");
    }

    /** An earlier version declared a single value, which could not hold two. */
    @Test
    void mayBeSeveralWhereAnEarlierVersionHadDeclaredOne() {
      realm.organizations().create("globex").expectDone();
      JsonNode profile = realm.profile().get();
      ((ObjectNode) tenantAttribute(profile)).put("multivalued", false);
      realm.profile().set(profile).expectDone();
      ada(user -> tenants(user, Map.of("id", "acme"), Map.of("id", "globex")));

      realm.components().change(pool, Map.of("requestTimeout", "9000")).expectDone();
      signIn();

      assertThat(tenantAttribute(realm.profile().get()).path("multivalued").asBoolean()).isTrue();
      realm.users().change(imported().getId(), Map.of("emailVerified", false)).expectDone();
      assertThat(realm.organizations().ofUser(imported().getId()))
          .containsExactlyInAnyOrder("acme", "globex");
    }

    private static JsonNode tenantAttribute(JsonNode profile) {
      for (JsonNode attribute : profile.path("attributes")) {
        if (attribute.path("name").asText().equals("userPoolTenant")) {
          return attribute;
        }
      }
      throw new AssertionError("Not declared: " + profile);
    }

    @Test
    void areCreatedWithTheirNamesUnlessTheseAreTaken() {
      realm.components().change(pool, Map.of("unknownTenant", "create")).expectDone();
      ada(
          user ->
              tenants(
                  user,
                  Map.of("id", "globex", "name", "Globex Corporation"),
                  Map.of("id", "other-acme", "name", "acme"),
                  Map.of("id", "umbrella")));
      signIn();

      assertThat(realm.organizations().ofUser(imported().getId()))
          .containsExactlyInAnyOrder("globex", "other-acme", "umbrella");
      assertThat(realm.organizations().all().findValuesAsText("name"))
          .contains("acme", "Globex Corporation", "other-acme", "umbrella");
    }

    @Test
    void ofWhichOneIsUnknownRefuseTheSignInIfToldTo() {
      realm.components().change(pool, Map.of("unknownTenant", "reject")).expectDone();
      ada(user -> tenants(user, Map.of("id", "acme"), Map.of("id", "globex")));

      assertThat(Flow.BROWSER.signIn(realm, "ada", PASSWORD).message())
          .contains("organization is not known");
      assertThat(realm.organizations().ofUser(imported().getId())).isEmpty();
    }

    @Test
    void thatAnAdminChoseStay() {
      ada(user -> user);
      signIn();
      String id = imported().getId();
      String acme = realm.organizations().all().path(0).path("id").asText();
      realm.organizations().addMember(acme, id).expectDone();

      ada(user -> tenants(user, Map.of("id", "acme")));
      signIn();
      ada(user -> tenants(user));
      signIn();

      assertThat(realm.organizations().ofUser(id)).containsExactly("acme");
    }

    private static RestUser.Builder tenants(RestUser.Builder user, Object... tenants) {
      return user.member("tenants", List.of(tenants));
    }
  }
}
