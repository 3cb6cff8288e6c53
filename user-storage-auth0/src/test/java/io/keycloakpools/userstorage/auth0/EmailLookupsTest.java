package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.OTHER_CONNECTION;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.RecordedAuth0Request;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailLookupsTest {

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

  @Test
  void theOwnerIsFoundWithoutRoles() {
    Auth0User ada = tenant.add(ada().givenName("Ada").role("staff"));
    DirectoryUser user = found("ada@example.com");

    assertThat(user.externalId()).isEqualTo(ada.userId());
    assertThat(user.username()).isEqualTo("ada");
    assertThat(user.name().first()).contains("Ada");
    assertThat(user.roles()).isEmpty();
    assertThat(asked()).containsExactly("ada@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.com, Ada@Example.COM",
    "Ada@Example.COM, Ada@Example.COM",
  })
  void theOwnerIsFoundInTheCaseThatWasTypedAndInLowerCase(String stored, String typed) {
    Auth0User ada = tenant.add(ada().email(stored, true));

    assertThat(found(typed).externalId()).isEqualTo(ada.userId());
    assertThat(asked()).containsExactlyInAnyOrder("ada@example.com", "Ada@Example.COM");
  }

  @Test
  void bothCasesCostOneRoundTrip() {
    tenant.add(ada());
    Directory directory = tenant.directory();
    directory.findByEmail("ada@example.com");

    Lookup answer = tenant.inOneRoundTrip(2, () -> directory.findByEmail("Ada@Example.com"));

    assertThat(answer).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void ofOneUserFoundByBothCasesThereIsOne() {
    String user =
        "[{'user_id':'auth0|1','email':'ADA@example.com','identities':[{'connection':'people'}]}]";
    Directory directory = tenant.directory();
    tenant
        .simulator()
        .faults()
        .on(
            Auth0Operation.USERS_BY_EMAIL,
            Fault.http(200, "application/json", user.replace('\'', '"')));

    assertThat(directory.findByEmail("Ada@example.com")).isInstanceOf(Lookup.Found.class);
  }

  @Test
  void ofSeveralOwnersTheOneWhoProvedItIsTaken() {
    tenant.add(user("auth0|1", "eve", "x").email("ada@example.com", false));
    Auth0User ada = linkedAda("google-oauth2|1", true);
    linkedAda("github|1", false);

    assertThat(found("ada@example.com").externalId()).isEqualTo(ada.userId());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofSeveralOwnersNoneIsTakenWhoIsNotAlone(boolean verified) {
    linkedAda("google-oauth2|1", verified);
    linkedAda("github|1", verified);

    assertThat(tenant.directory().findByEmail("ada@example.com"))
        .isEqualTo(new Lookup.Ambiguous(2));
  }

  @Test
  void ofTwoOwnersInTwoCasesTheOneWhoProvedItIsTaken() {
    tenant.add(user("auth0|1", "eve", "x").email("Ada@example.com", false));
    Auth0User ada = linkedAda("google-oauth2|1", true);

    assertThat(found("Ada@example.com").externalId()).isEqualTo(ada.userId());
    assertThat(found("ada@example.com").externalId()).isEqualTo(ada.userId());
  }

  @Test
  void twoOwnersInTwoCasesAreAmbiguous() {
    linkedAda("google-oauth2|1", true);
    tenant.add(user("auth0|1", "eve", "Ada@example.com"));

    assertThat(tenant.directory().findByEmail("Ada@example.com"))
        .isEqualTo(new Lookup.Ambiguous(2));
  }

  @Test
  void theOnlyOwnerIsFoundAlsoIfUnverified() {
    tenant.add(ada().email("ada@example.com", false));

    assertThat(found("ada@example.com").emailVerified()).isFalse();
  }

  @Test
  void usersOfOtherConnectionsAreNotFound() {
    tenant.add(
        Auth0User.builder("auth0|1").connection(OTHER_CONNECTION).email("a@b.example", true));
    tenant.add(Auth0User.builder("google-oauth2|1").email("a@b.example", true));

    assertThat(tenant.directory().findByEmail("a@b.example")).isEqualTo(NOT_FOUND);
  }

  @Test
  void usersOfOtherConnectionsDoNotMakeAnAddressAmbiguous() {
    Auth0User ada = tenant.add(ada());
    tenant.add(Auth0User.builder("google-oauth2|1").email("ada@example.com", true));

    assertThat(found("ada@example.com").externalId()).isEqualTo(ada.userId());
  }

  @Test
  void aSpaceAtTheEndIsNoPartOfTheAddress() {
    Auth0User ada = tenant.add(ada());

    assertThat(found(" ada@example.com").externalId()).isEqualTo(ada.userId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody@example.com",
        "ada",
        "*@example.com",
        "ada@example.co",
        "ada@example.com*",
        "ada@example.com&email=eve@example.com",
        "ada%40example.com",
        "\"ada@example.com\"",
        "ada@example.com\\",
        "ada+x@example.com",
        "a da@example.com",
      })
  void nobodyElseIsFound(String email) {
    tenant.add(ada());

    assertThat(tenant.directory().findByEmail(email)).isEqualTo(NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a+b@example.com", "\"a\\da\"@example.com", "a&b=c@example.com", "ö✓@example.com"})
  void strangeAddressesAreFound(String email) {
    tenant.add(ada().email(email, true));

    assertThat(found(email).email()).contains(email);
  }

  static Stream<String> impossible() {
    return Stream.of(
        "",
        " ",
        "\t",
        "ada\n@example.com",
        "a\u0000b",
        "a\u0085b",
        "x".repeat(257) + "@e.example",
        "x".repeat(1_000_000));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("impossible")
  void namesThatCannotBeAreNotAskedFor(String name) {
    Directory directory = tenant.directory();

    assertThat(directory.findByEmail(name)).isEqualTo(NOT_FOUND);
    assertThat(directory.findByUsername(name)).isEqualTo(NOT_FOUND);
    assertThat(directory.findByExternalId(name, name)).isEqualTo(NOT_FOUND);
    assertThat(tenant.simulator().requests().count()).isZero();
  }

  @Test
  void theLongestNameIsAskedFor() {
    tenant.add(ada().username("x".repeat(256)));

    assertThat(tenant.directory().findByUsername("x".repeat(256))).isInstanceOf(Lookup.Found.class);
  }

  /** The search may lag behind; this endpoint does not. */
  @Test
  void aUserWhoWasJustMadeIsFound() {
    tenant.simulator().searchLag(true);
    tenant.add(ada());

    found("ada@example.com");
  }

  @Test
  void anOutageOfEitherQuestionIsTold() {
    tenant.add(ada());
    Directory directory = tenant.directory();
    directory.findByEmail("ada@example.com");
    tenant
        .simulator()
        .faults()
        .onNext(1, Auth0Operation.USERS_BY_EMAIL, Auth0Faults.internalError());

    assertThat(directory.findByEmail("Ada@example.com")).isInstanceOf(Lookup.Unavailable.class);
  }

  @Test
  void theTenantIsRead() {
    tenant.add(ada().appMetadata(Map.of("tenant", "acme")));
    Directory directory = tenant.directory(Map.of("tenantIdFieldName", "tenant"));

    assertThat(directory.findByEmail("ada@example.com"))
        .asInstanceOf(type(Lookup.Found.class))
        .returns("acme", found -> found.user().tenants().iterator().next().id());
  }

  /** A user with this address whose identity in the connection has another address. */
  private Auth0User linkedAda(String id, boolean verified) {
    return tenant.add(
        Auth0User.builder(id)
            .email("ada@example.com", verified)
            .identity(
                TestTenant.CONNECTION, "auth0", id, false, Map.of("email", id + "@example.com")));
  }

  private DirectoryUser found(String email) {
    Lookup answer = tenant.directory().findByEmail(email);
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) answer).user();
  }

  private Stream<String> asked() {
    return tenant.simulator().requests().of(Auth0Operation.USERS_BY_EMAIL).stream()
        .map(RecordedAuth0Request::query)
        .map(query -> query.get("email"));
  }
}
