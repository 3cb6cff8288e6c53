package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.Flow.Attempt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/** A pool beside a second pool, unserved applications, an admin's search, and tenants. */
public abstract class NeighbourScenarios extends PoolScenarios {

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anOutageOfOnePoolDoesNotHideTheNextOne(Flow flow) {
    try (TestDirectory second = openDirectory()) {
      pool(Map.of("priority", "0"));
      Map<String, Object> settings = new HashMap<>(second.settings());
      settings.put("priority", "1");
      settings.put("requestTimeout", "10000");
      realm.components().add("second", second.providerId(), settings).expectDone();
      second.add(Person.named("grace"));
      directory.stop();

      Attempt behind = flow.signIn(realm, "grace", "Old-grace-1!");
      assertThat(behind.signedIn()).as(behind.toString()).isTrue();
      Attempt unknown = flow.signIn(realm, "never-seen", "Any-1!");
      assertThat(unknown.message()).contains("try again in a few minutes");
    }
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aPoolServesOnlyItsClients(Flow flow) {
    String other = flow == Flow.BROWSER ? "cli" : "web";
    String pool = linkedPool();
    Person known = inDirectory(Person.named("known"));
    Person unknown = inDirectory(Person.named("unknown"));
    signedIn(flow, known);
    realm.components().change(pool, Map.of("clients", other)).expectDone();
    directory.forgetRequests();

    assertThat(signIn(flow, known).message()).contains("cannot sign in to this application");
    assertThat(signIn(flow, unknown).message()).contains("Invalid user");
    assertThat(realm.users().count()).isEqualTo(1);

    realm.components().change(pool, Map.of("clients", List.of("web", "cli"))).expectDone();
    signedIn(flow, known);
    signedIn(flow, unknown);
  }

  /** Without the password, nobody may learn that the account exists. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void thatAPoolDoesNotServeTheApplicationIsSaidBehindARightPasswordOnly(Flow flow) {
    protectFromBruteForce();
    String pool = linkedPool();
    Person known = inDirectory(Person.named("known"));
    signedIn(flow, known);
    realm.components().change(pool, Map.of("clients", List.of("account"))).expectDone();

    assertThat(signIn(flow, known.password("Wrong-known-1!")).message()).contains("Invalid user");
    assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("invalid_user_credentials");
    awaitFailures(imported(known), 1);

    assertThat(signIn(flow, known).message()).contains("cannot sign in to this application");
    assertThat(realm.events().last("LOGIN_ERROR").detail("reason")).isEqualTo("wrong_client");
    assertThat(failures(imported(known))).isEqualTo(1);
  }

  @Test
  void anAdminFindsSomebodyWhoNeverSignedIn() {
    linkedPool();
    inDirectory(Person.named("ada"));
    inDirectory(Person.named("grace"));

    assertThat(realm.users().matching("ada")).hasSize(1);
    assertThat(realm.users().matching("ada")).hasSize(1);
    assertThat(realm.users().byEmail("grace@example.com")).isPresent();
    assertThat(realm.users().matching("nobody")).isEmpty();
    assertThat(realm.users().all())
        .extracting(UserRepresentation::getUsername)
        .containsExactlyInAnyOrder("ada", "grace");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aTenantWithoutOrganizationIsIgnoredCreatedOrRefused(Flow flow) {
    realm.organizations().enable().expectDone();
    Person ada = inDirectory(Person.named("ada").tenant("acme"));
    String pool = pool(Map.of("tenantResolver", "dynamic", "tenantIdFieldName", "tenantId"));
    signedIn(flow, ada);
    String id = imported(ada).getId();
    assertThat(realm.organizations().ofUser(id)).isEmpty();

    realm.components().change(pool, Map.of("unknownTenant", "reject")).expectDone();
    assertThat(signIn(flow, ada).message()).contains("organization is not known");
    assertThat(realm.events().last("LOGIN_ERROR").detail("reason")).isEqualTo("unknown_tenant");

    realm.components().change(pool, Map.of("unknownTenant", "create")).expectDone();
    signedIn(flow, ada);
    assertThat(realm.organizations().ofUser(id)).containsExactly("acme");
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aStaticTenantIsEverybodys(Flow flow) {
    realm.organizations().enable().expectDone();
    realm.organizations().create("acme").expectDone();
    pool(Map.of("tenantResolver", "static", "tenantId", "acme", "justInTimeMigration", "true"));
    Person ada = inDirectory(Person.named("ada").tenant("globex"));

    signedIn(flow, ada);

    assertThat(realm.organizations().ofUser(imported(ada).getId())).containsExactly("acme");
    signedIn(flow, ada);
  }

  @Test
  void whoIsDisabledHereStaysOutAndIsNotMigrated() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    assertThat(signIn(Flow.BROWSER, ada.password("wrong")).signedIn()).isFalse();
    String id = imported(ada).getId();
    realm.users().change(id, Map.of("enabled", false)).expectDone();

    assertThat(signIn(Flow.BROWSER, ada).message()).contains("disabled");
    assertThat(signIn(Flow.DIRECT_GRANT, ada).message()).contains("Account disabled");

    assertThat(realm.users().credentials(id)).isEmpty();
    assertThat(realm.users().get(id).isEnabled()).isFalse();
    assertThat(imported(ada).getFederationLink()).isNotNull();
  }
}
