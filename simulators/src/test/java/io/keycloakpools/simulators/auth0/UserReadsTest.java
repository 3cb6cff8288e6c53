package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.client;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserReadsTest {
  private static final String USER = "/users/auth0%7C5f7c8ec7c33c6c004bbafe82";

  private final TestTenant tenant = TestTenant.start(settings -> settings.role("managers"));

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void userCarriesProfileMetadataAndIdentities() {
    tenant.add(
        ada()
            .userMetadata(Map.of("language", "en"))
            .appMetadata(Map.of("plan", "gold"))
            .blocked(false)
            .createdAt(Instant.parse("2023-01-25T19:00:26.539Z")));
    JsonNode user = tenant.manage(USER).json();
    assertThat(user.path("user_id").asText()).isEqualTo(ADA);
    assertThat(user.path("email_verified").asBoolean()).isTrue();
    assertThat(user.path("app_metadata").toString()).isEqualTo("{\"plan\":\"gold\"}");
    assertThat(user.path("blocked").isBoolean()).isTrue();
    assertThat(user.path("created_at").asText()).isEqualTo("2023-01-25T19:00:26.539Z");
    assertThat(user.path("identities").toString())
        .isEqualTo(
            "[{\"connection\":\"Username-Password-Authentication\","
                + "\"user_id\":\"5f7c8ec7c33c6c004bbafe82\",\"provider\":\"auth0\","
                + "\"isSocial\":false}]");
  }

  @Test
  void auth0FillsInWhatIsMissing() {
    tenant.add(Auth0User.builder("auth0|1").email("jane@example.com", false));
    JsonNode user = tenant.manage("/users/auth0%7C1").json();
    assertThat(user.path("name").asText()).isEqualTo("jane@example.com");
    assertThat(user.path("nickname").asText()).isEqualTo("jane");
    assertThat(user.path("picture").asText()).startsWith("https://s.gravatar.com/avatar/");
    assertThat(user.path("updated_at").asText()).isEqualTo("2026-11-21T12:00:00.000Z");
    assertThat(user.has("blocked")).isFalse();
    assertThat(user.has("user_metadata")).isFalse();
  }

  @Test
  void fieldsAreIncludedOrExcluded() {
    tenant.add(ada());
    assertThat(tenant.manage(USER + "?fields=email,user_id").json().fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("email", "user_id");
    assertThat(
            tenant
                .manage(USER + "?fields=email,identities&include_fields=false")
                .json()
                .fieldNames())
        .toIterable()
        .contains("user_id", "name")
        .doesNotContain("email", "identities");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/roles", "/organizations", "/authentication-methods"})
  void unknownUserDoesNotExist(String path) {
    Reply reply = tenant.manage("/users/auth0%7Cnobody" + path);
    assertThat(reply.error()).isEqualTo("404 inexistent_user");
    assertThat(reply.text("message")).isEqualTo("The user does not exist.");
  }

  @Test
  void emailIsComparedAsItIsStored() {
    tenant.add(ada().email("Ada@example.com", true));
    tenant.add(Auth0User.builder("auth0|2").connection("partners").email("Ada@example.com", false));
    assertThat(tenant.manage("/users-by-email?email=ada%40example.com").text()).isEqualTo("[]");
    assertThat(tenant.manage("/users-by-email?email=Ada%40example.com").json())
        .extracting(user -> user.path("user_id").asText())
        .containsExactly(ADA, "auth0|2");
    assertThat(tenant.manage("/users-by-email?email=Ada%40example.com&fields=email").json().path(0))
        .hasSize(1);
    assertThat(tenant.manage("/users-by-email").error()).isEqualTo("400 invalid_query_string");
  }

  @Test
  void changeOfTheEmailIsSeenAtOnce() {
    tenant.add(ada());
    tenant.simulator.users().update(ADA, user -> user.email("countess@example.com", false));
    assertThat(tenant.manage("/users-by-email?email=ada%40example.com").json()).isEmpty();
    assertThat(tenant.manage("/users-by-email?email=countess%40example.com").json()).hasSize(1);
  }

  @Test
  void rolesComeBareOrWithTotalsAndInPages() {
    tenant.add(ada().role("staff").role("admins").role("night"));
    assertThat(names(tenant.manage(USER + "/roles").json()))
        .containsExactly("staff", "admins", "night");
    JsonNode page = tenant.manage(USER + "/roles?page=1&per_page=2&include_totals=true").json();
    assertThat(names(page.path("roles"))).containsExactly("night");
    assertThat(page.path("start").asInt()).isEqualTo(2);
    assertThat(page.path("limit").asInt()).isEqualTo(2);
    assertThat(page.path("total").asInt()).isEqualTo(3);
    assertThat(page.path("roles").path(0).path("id").asText()).matches("rol_[A-Za-z0-9]{16}");
  }

  @Test
  void rolesOfTheTenantAreListed() {
    tenant.add(ada().role("staff"));
    assertThat(names(tenant.manage("/roles").json())).containsExactly("managers", "staff");
    assertThat(names(tenant.manage("/roles?name_filter=sta").json())).containsExactly("staff");
  }

  @Test
  void organizationsAndTheRolesThere() {
    tenant.add(ada().organization("org_acme", "admin", "buyer"));
    JsonNode page = tenant.manage(USER + "/organizations?include_totals=true").json();
    assertThat(page.path("organizations").path(0).path("id").asText()).isEqualTo("org_acme");
    assertThat(page.path("organizations").path(0).path("name").asText()).isEqualTo("acme");
    assertThat(page.path("total").asInt()).isEqualTo(1);
    String member = "/members/auth0%7C5f7c8ec7c33c6c004bbafe82/roles";
    assertThat(names(tenant.manage("/organizations/org_acme" + member).json()))
        .containsExactly("admin", "buyer");
    assertThat(tenant.manage("/organizations/org_none" + member).error())
        .isEqualTo("404 inexistent_organization");
    tenant.add(Auth0User.builder("auth0|2"));
    assertThat(tenant.manage("/organizations/org_acme/members/auth0%7C2/roles").error())
        .isEqualTo("404 inexistent_user");
  }

  @Test
  void authenticationMethodsAreMasked() {
    tenant.add(
        ada()
            .phone("+44207183875044", true)
            .secondFactor(Auth0SecondFactor.OTP)
            .secondFactor(Auth0SecondFactor.SMS)
            .secondFactor(Auth0SecondFactor.PUSH)
            .secondFactor(Auth0SecondFactor.EMAIL));
    JsonNode methods = tenant.manage(USER + "/authentication-methods").json();
    assertThat(methods)
        .extracting(method -> method.path("type").asText())
        .containsExactly("totp", "phone", "push", "email");
    assertThat(methods.path(1).path("phone_number").asText()).isEqualTo("XXXXXXXXXXX5044");
    assertThat(methods.path(3).path("email").asText()).isEqualTo("****@exam*******");
    assertThat(tenant.manage(USER).json().path("multifactor").path(0).asText())
        .isEqualTo("guardian");
  }

  @Test
  void connectionsAreFoundByName() {
    JsonNode all = tenant.manage("/connections").json();
    assertThat(names(all)).containsExactly("Username-Password-Authentication", "partners");
    assertThat(all.path(0).path("id").asText()).matches("con_[A-Za-z0-9]{16}");
    assertThat(all.path(0).path("options").path("requires_username").asBoolean()).isFalse();
    JsonNode one =
        tenant.manage("/connections?name=partners&strategy=auth0&include_totals=true").json();
    assertThat(names(one.path("connections"))).containsExactly("partners");
    assertThat(tenant.manage("/connections?strategy=samlp").json()).isEmpty();
    tenant.simulator.clients().change(client().managementScopes("read:connections"));
    assertThat(tenant.manage("/connections").json().path(0).has("options")).isFalse();
  }

  private static List<String> names(JsonNode array) {
    return array.findValuesAsText("name");
  }
}
