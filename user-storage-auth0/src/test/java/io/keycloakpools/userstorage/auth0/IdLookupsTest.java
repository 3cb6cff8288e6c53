package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0SecondFactor;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.RecordedAuth0Request;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdLookupsTest {

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
  void aUserIsFoundWithRoles() {
    tenant.add(ada().role("staff").role("read:users").secondFactor(Auth0SecondFactor.OTP));
    DirectoryUser user = found(ADA);

    assertThat(user.externalId()).isEqualTo(ADA);
    assertThat(user.username()).isEqualTo("ada");
    assertThat(user.roles()).contains(Set.of("staff", "read:users"));
    assertThat(user.secondFactors()).containsExactly("guardian");
    assertThat(user.status()).isEqualTo(new AccountStatus.Usable());
  }

  @Test
  void aUserWithoutRolesHasNone() {
    tenant.add(ada());

    assertThat(found(ADA).roles()).contains(Set.of());
  }

  @Test
  void identifiersAreEncoded() {
    tenant.add(ada());
    found(ADA);

    assertThat(tenant.sent())
        .extracting(request -> request.getRequestLine().getUri())
        .contains("/api/v2/users/auth0%7C5f7c8ec7c33c6c004bbafe82");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "auth0|a/b",
        "auth0|../roles",
        "auth0|a/../../b",
        "auth0|..",
        "auth0|a b",
        "auth0|a+b",
        "auth0|a%2Fb",
        "auth0|a?b=c",
        "auth0|a#b",
        "auth0|a;b",
        "auth0|a//b",
        "auth0|ä✓",
        "samlp|acme|ada@example.com",
      })
  void strangeIdentifiersNameNobodyElse(String id) {
    tenant.add(user(id, "strange", "strange@example.com").role("strange-role"));
    tenant.add(ada().role("staff"));

    assertThat(found(id))
        .returns(id, DirectoryUser::externalId)
        .returns(Optional.of(Set.of("strange-role")), DirectoryUser::roles);
  }

  /** These paths lead to all users or all roles. */
  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void whatNamesAnotherPlaceIsNotAskedFor(String id) {
    assertThat(tenant.directory().findByExternalId(id, id)).isEqualTo(NOT_FOUND);
    assertThat(tenant.simulator().requests().count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auth0|nobody", "nobody", "auth0|", "/", "..."})
  void anIdentifierThatNobodyHasIsNotFound(String id) {
    tenant.add(ada());

    assertThat(tenant.directory().findByExternalId(id, id)).isEqualTo(NOT_FOUND);
  }

  @Test
  void aDeletedUserIsNotFound() {
    tenant.add(ada());
    tenant.simulator().users().delete(ADA);

    assertThat(tenant.directory().findByExternalId(ADA, ADA)).isEqualTo(NOT_FOUND);
  }

  /** The user is deleted between the two requests. */
  @Test
  void aUserWhoseRolesAreGoneIsNotFound() {
    tenant.add(ada());
    tenant
        .simulator()
        .faults()
        .on(
            Auth0Operation.USER_ROLES,
            Auth0Faults.management(404, "The user does not exist.", "inexistent_user"));

    assertThat(tenant.directory().findByExternalId(ADA, ADA)).isEqualTo(NOT_FOUND);
  }

  @Test
  void aBlockedUserIsFoundAsBlocked() {
    tenant.add(ada().blocked(true));

    assertThat(found(ADA).status()).isEqualTo(new AccountStatus.Unusable(UnusableReason.BLOCKED));
  }

  @Test
  void aUserWhoLeftTheConnectionIsFoundAsExternal() {
    tenant.add(Auth0User.builder("google-oauth2|1100").email("ada@example.com", true));

    assertThat(found("google-oauth2|1100").status())
        .isEqualTo(new AccountStatus.Unusable(UnusableReason.EXTERNAL));
  }

  @Test
  void theSearchIsNotNeeded() {
    tenant.simulator().searchLag(true);
    tenant.add(ada());

    found(ADA);
    assertThat(tenant.simulator().requests().count(Auth0Operation.SEARCH_USERS)).isZero();
  }

  @Test
  void userAndRolesCostOneRoundTrip() {
    tenant.add(ada().role("staff"));
    Directory directory = tenant.directory();
    directory.findByExternalId(ADA, ADA);

    Lookup answer = tenant.inOneRoundTrip(2, () -> directory.findByExternalId(ADA, ADA));

    assertThat(answer).isInstanceOf(Lookup.Found.class);
  }

  @Nested
  final class Roles {

    @ParameterizedTest
    @ValueSource(ints = {49, 50, 51, 120})
    void areReadOverSeveralPages(int number) {
      Set<String> names = add(number);

      assertThat(found(ADA).roles()).contains(names);
      assertThat(tenant.simulator().requests().of(Auth0Operation.USER_ROLES))
          .hasSize(number / 50 + 1)
          .extracting(RecordedAuth0Request::query)
          .allSatisfy(query -> assertThat(query).containsEntry("per_page", "50"));
    }

    @Test
    void thatAreMoreThanAreReadAreNotLeftOutSilently() {
      add(1001);

      assertThat(tenant.directory().findByExternalId(ADA, ADA))
          .isEqualTo(new Lookup.Unavailable(Outage.refused("more roles than are read")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "'staff'", "{'roles':[]}"})
    void thatAreNoListAreNotTakenForNone(String body) {
      tenant.add(ada());
      tenant
          .simulator()
          .faults()
          .on(
              Auth0Operation.USER_ROLES,
              Fault.http(200, "application/json", body.replace('\'', '"')));

      assertThat(tenant.directory().findByExternalId(ADA, ADA))
          .isInstanceOf(Lookup.Unavailable.class);
    }

    @Test
    void withoutANameAreLeftOut() {
      tenant.add(ada());
      tenant
          .simulator()
          .faults()
          .on(
              Auth0Operation.USER_ROLES,
              Fault.http(
                  200,
                  "application/json",
                  "[{\"id\":\"rol_1\"},{\"name\":null},7,null,{\"name\":\"staff\"}]"));

      assertThat(found(ADA).roles()).contains(Set.of("staff"));
    }

    private Set<String> add(int number) {
      Auth0User.Builder user = ada();
      Set<String> names =
          IntStream.range(0, number).mapToObj(i -> "do:thing-" + i).collect(Collectors.toSet());
      names.forEach(user::role);
      tenant.add(user);
      return names;
    }
  }

  private DirectoryUser found(String id) {
    Lookup answer = tenant.directory().findByExternalId(id, id);
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) answer).user();
  }
}
