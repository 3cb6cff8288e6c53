package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.OTHER_CONNECTION;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UsernameLookupsTest {

  private static final Lookup NOT_FOUND = new Lookup.NotFound();

  private TestTenant tenant;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @ParameterizedTest
  @CsvSource({"ada, ada", "ada, ADA", "ada, Ada", "AdA, AdA"})
  void aUserIsFoundByTheirNameInAnyCase(String stored, String typed) {
    Auth0User ada = tenant.add(ada().username(stored).role("staff"));
    DirectoryUser user = found(typed);

    assertThat(user.externalId()).isEqualTo(ada.userId());
    assertThat(user.loginName()).isEqualTo(stored);
    assertThat(user.roles()).isEmpty();
    assertThat(tenant.simulator().requests().count(Auth0Operation.SEARCH_USERS)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, ada@example.com",
    "ada@example.com, ADA@Example.com",
    "Ada@Example.com, ada@example.COM",
  })
  void aUserIsFoundByTheirAddressInAnyCase(String stored, String typed) {
    Auth0User ada = tenant.add(ada().email(stored, true));

    assertThat(found(typed).externalId()).isEqualTo(ada.userId());
  }

  @Test
  void aUserIsFoundByTheirPhoneNumber() {
    Auth0User ada = tenant.add(ada().phone("+4915112345", true));
    tenant.add(user("auth0|2", "bob", "bob@example.com").phone("+4915112346", true));

    assertThat(found("+4915112345").externalId()).isEqualTo(ada.userId());
    assertThat(tenant.directory().findByUsername("+4915112347")).isEqualTo(NOT_FOUND);
    assertThat(tenant.directory().findByUsername("4915112345")).isEqualTo(NOT_FOUND);
  }

  @Test
  void theOwnerOfAnAddressCountsBeforeWhoHasItAsUsername() {
    tenant.add(user("auth0|1", "ada@example.com", "eve@example.com"));
    Auth0User ada =
        tenant.add(
            Auth0User.builder("google-oauth2|1")
                .email("ada@example.com", true)
                .identity(
                    TestTenant.CONNECTION, "auth0", "2", false, Map.of("username", "somebody")));

    assertThat(found("ada@example.com").externalId()).isEqualTo(ada.userId());
  }

  @Test
  void anAddressThatNobodyOwnsMayBeAUsername() {
    Auth0User eve = tenant.add(user("auth0|1", "ada@example.com", "eve@example.com"));

    assertThat(found("ada@example.com").externalId()).isEqualTo(eve.userId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "*",
        "a*",
        "ad?",
        "ad",
        "ada lovelace",
        "ada\"",
        "ada\\",
        "\\",
        "\"",
        "\\\"",
        "x\" OR username:\"ada",
        "x\\\" OR username:\\\"ada",
        "x\") OR (username:*",
        "x OR ada",
        "ada~",
        "/a.a/",
        "[a TO b]",
        "username:ada",
        "NOT x",
        "ada@example.com*",
        "*@example.com",
        "x@y\" OR email:\"ada@example.com",
        "ada&page=0",
        "ada%22",
        "auth0|5f7c8ec7c33c6c004bbafe82",
      })
  void nobodyElseIsFound(String name) {
    tenant.add(ada());
    tenant.add(user("auth0|2", "bob", "bob@example.com"));

    assertThat(tenant.directory().findByUsername(name)).isEqualTo(NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\"b", "a\\b", "a\\\"b", "*", "a*", "a b", "o'hära✓", "(a)", "a:b", "a+b", "a&b=c"
      })
  void strangeNamesAreFound(String name) {
    tenant.add(ada());
    Auth0User strange = tenant.add(user("auth0|2", name, "bob@example.com"));

    assertThat(found(name).externalId()).isEqualTo(strange.userId());
  }

  @Test
  void usersOfOtherConnectionsAreNotFound() {
    tenant.add(Auth0User.builder("auth0|1").connection(OTHER_CONNECTION).username("ada"));

    assertThat(tenant.directory().findByUsername("ada")).isEqualTo(NOT_FOUND);
  }

  @Test
  void usersOfOtherConnectionsDoNotMakeANameAmbiguous() {
    Auth0User ada = tenant.add(ada());
    tenant.add(Auth0User.builder("auth0|1").connection(OTHER_CONNECTION).username("ada"));

    assertThat(found("ada").externalId()).isEqualTo(ada.userId());
  }

  /** The answer counts, not the query. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'user_id':'auth0|1','username':'eve','identities':[{'connection':'people'}]}]",
        "[{'user_id':'auth0|1','username':'ada','identities':[{'connection':'other'}]}]",
        "[{'username':'ada','identities':[{'connection':'people'}]}]",
        "[{'user_id':'auth0|1','nickname':'ada','identities':[{'connection':'people'}]}]",
        "[null,7,'ada',[],{}]",
        "[]",
      })
  void whoIsNotMeantIsNotTaken(String users) {
    tenant
        .simulator()
        .faults()
        .on(
            Auth0Operation.SEARCH_USERS,
            Fault.http(200, "application/json", users.replace('\'', '"')));

    assertThat(tenant.directory().findByUsername("ada")).isEqualTo(NOT_FOUND);
  }

  @Test
  void severalOfOneNameAreAmbiguous() {
    String user = "{'user_id':'auth0|N','username':'ada','identities':[{'connection':'people'}]}";
    String users = "[" + user.replace("N", "1") + "," + user.replace("N", "2") + "]";
    tenant
        .simulator()
        .faults()
        .on(
            Auth0Operation.SEARCH_USERS,
            Fault.http(200, "application/json", users.replace('\'', '"')));

    assertThat(tenant.directory().findByUsername("ADA")).isEqualTo(new Lookup.Ambiguous(2));
  }

  /** The search does not find users that are not yet in its index. */
  @Test
  void aUserWhoWasJustMadeIsFoundOnceTheSearchKnowsThem() {
    tenant.simulator().searchLag(true);
    tenant.add(ada());
    assertThat(tenant.directory().findByUsername("ada")).isEqualTo(NOT_FOUND);
    tenant.simulator().searchLag(false);

    found("ada");
  }

  /** The password check detects that another person has the name now. */
  @Test
  void aUserWhoWasRenamedIsFoundAsTheSearchKnowsThem() {
    Auth0User ada = tenant.add(ada());
    tenant.simulator().searchLag(true);
    tenant.simulator().users().update(ada.userId(), user -> user.username("countess"));

    assertThat(found("ada").externalId()).isEqualTo(ada.userId());
  }

  /** The query is ours: its rejection tells nothing about the name. */
  @Test
  void aSearchThatIsNotUnderstoodDoesNotSayThatThereIsNobody() {
    tenant
        .simulator()
        .faults()
        .on(
            Auth0Operation.SEARCH_USERS,
            Auth0Faults.management(400, "Invalid query", "invalid_query_string"));

    assertThat(tenant.directory().findByUsername("ada"))
        .isEqualTo(
            new Lookup.Unavailable(
                Outage.refused("Management API: HTTP 400 invalid_query_string")));
  }

  private DirectoryUser found(String username) {
    Lookup answer = tenant.directory().findByUsername(username);
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) answer).user();
  }
}
