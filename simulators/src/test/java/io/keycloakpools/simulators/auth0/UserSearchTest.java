package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserSearchTest {
  private final TestTenant tenant = TestTenant.start();

  @BeforeEach
  void addPeople() {
    tenant.add(ada().appMetadata(Map.of("plan", "gold", "seats", 3)));
    tenant.add(
        Auth0User.builder("auth0|bob")
            .username("bob")
            .email("Bob@example.com", false)
            .name("Bob \"the\" Builder")
            .organization("org_acme"));
    tenant.add(
        Auth0User.builder("auth0|carol")
            .connection("partners")
            .email("carol@example.com", true)
            .blocked(true)
            .appMetadata(Map.of("plan", "silver", "tags", List.of("a", "b"))));
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "username:\"ada\"; ada",
        "username:\"Ada\";",
        "username:ada; ada",
        "email:\"ADA@EXAMPLE.COM\"; ada",
        "email:bob@example.com; bob",
        "email:*; ada bob carol",
        "email:car*; carol",
        "user_id:\"auth0|bob\"; bob",
        "name:\"bob \\\"the\\\" builder\"; bob",
        "identities.connection:\"partners\"; carol",
        "app_metadata.plan:\"gold\"; ada",
        "app_metadata.plan:\"Gold\";",
        "app_metadata.seats:3; ada",
        "app_metadata.tags:\"b\"; carol",
        "blocked:true; carol",
        "email_verified:false; bob",
        "organization_id:\"org_acme\"; bob",
        "username:\"ada\" OR username:\"bob\"; ada bob",
        "username:\"ada\" AND email:\"bob@example.com\";",
        "app_metadata.plan:* AND NOT blocked:true; ada",
        "(username:\"ada\" OR username:\"bob\") AND email:bob@example.com; bob",
        "username:\"ada\" OR username:\"bob\" AND email:x; ada",
        "created_at:[2026-11-21T12:00:00.000Z TO *]; ada bob carol",
        "created_at:[2026-11-21T12:00:00.001Z TO *];",
        "name:[2026-11-21T12:00:00Z TO *];",
        "nothing.like.this:\"x\";"
      })
  void queriesFindUsers(String query, String expected) {
    List<String> names =
        search("q=" + encoded(query)).stream()
            .map(id -> id.equals(ADA) ? "ada" : id.substring("auth0|".length()))
            .toList();
    assertThat(String.join(" ", names)).isEqualTo(expected == null ? "" : expected.trim());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "username:",
        "username:\"ada",
        "username:\"ada\" OR",
        "AND username:ada",
        "(username:ada",
        "username:ada)",
        "logins_count:[1 TO 3]",
        "updated_at:[yesterday TO *]",
        "email:/.*/",
        "username:\"a\" username:\"b\""
      })
  void whatIsNotUnderstoodIsAnInvalidQuery(String query) {
    assertThat(tenant.manage("/users?search_engine=v3&q=" + encoded(query)).error())
        .isEqualTo("400 invalid_query_string");
  }

  @Test
  void withoutQueryAllUsersAreListed() {
    assertThat(search("")).containsExactly(ADA, "auth0|bob", "auth0|carol");
  }

  @Test
  void totalsTellStartLimitLengthAndTotal() {
    JsonNode page = tenant.manage("/users?page=1&per_page=2&include_totals=true").json();
    assertThat(page.path("start").asInt()).isEqualTo(2);
    assertThat(page.path("limit").asInt()).isEqualTo(2);
    assertThat(page.path("length").asInt()).isEqualTo(1);
    assertThat(page.path("total").asInt()).isEqualTo(3);
    assertThat(page.path("users").path(0).path("user_id").asText()).isEqualTo("auth0|carol");
  }

  @Test
  void resultsAreSortedOnDemand() {
    assertThat(search("sort=email:1")).containsExactly("auth0|bob", ADA, "auth0|carol");
    assertThat(search("sort=user_id:-1")).startsWith("auth0|carol");
    assertThat(tenant.manage("/users?sort=email").error()).isEqualTo("400 invalid_query_string");
  }

  @Test
  void fieldsNarrowTheAnswer() {
    JsonNode users = tenant.manage("/users?fields=user_id&include_fields=true").json();
    assertThat(users.path(0).toString()).isEqualTo("{\"user_id\":\"" + ADA + "\"}");
  }

  @Test
  void onlyTheThirdEngineSearches() {
    assertThat(tenant.manage("/users?search_engine=v2").error())
        .isEqualTo("400 invalid_query_string");
  }

  @Test
  void searchEndsAtAThousandUsers() {
    for (int i = 0; i < 1010; i++) {
      tenant.add(Auth0User.builder("auth0|" + i));
    }
    JsonNode last = tenant.manage("/users?page=9&per_page=100&include_totals=true").json();
    assertThat(last.path("length").asInt()).isEqualTo(100);
    Reply beyond = tenant.manage("/users?page=10&per_page=100");
    assertThat(beyond.error()).isEqualTo("400 invalid_paging");
    assertThat(beyond.text("message")).startsWith("You can only page through the first 1000");
  }

  @Test
  void searchLagsWhileFrozenAndReadsDoNot() {
    tenant.simulator.searchLag(true);
    tenant.simulator.users().delete("auth0|bob");
    tenant.add(Auth0User.builder("auth0|dave").email("dave@example.com", true));
    assertThat(search("")).containsExactly(ADA, "auth0|bob", "auth0|carol");
    assertThat(tenant.manage("/users-by-email?email=dave%40example.com").json()).hasSize(1);
    assertThat(tenant.manage("/users/auth0%7Cbob").status()).isEqualTo(404);
    tenant.simulator.searchLag(false);
    assertThat(search("")).containsExactly(ADA, "auth0|carol", "auth0|dave");
  }

  private List<String> search(String query) {
    return tenant.manage("/users?" + query).json().findValuesAsText("user_id").stream()
        .filter(id -> id.contains("|"))
        .toList();
  }
}
