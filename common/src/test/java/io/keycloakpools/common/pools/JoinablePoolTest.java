package io.keycloakpools.common.pools;

import static io.keycloakpools.common.Stub.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.Stub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;

final class JoinablePoolTest {

  /** As identity pools implement it: one object is the factory and the contract. */
  private interface Factory
      extends UserStorageProviderFactory<UserStorageProvider>, IdentityPoolContract {}

  private final List<String> calls = new ArrayList<>();
  private final ComponentModel component = new ComponentModel();
  private final GroupModel residents =
      Stub.of(
          GroupModel.class,
          Map.of(
              "getId",
              answer("g1"),
              "getName",
              answer("residents"),
              "escapeSlashesInGroupPath",
              answer(false)));
  private final RealmModel realm =
      Stub.of(
          RealmModel.class,
          Map.of(
              "getName",
              answer("people"),
              "getGroupById",
              arguments -> arguments[0].equals("g1") ? residents : null));

  @BeforeEach
  void pool() {
    component.setId("p1");
    component.setName("Customers");
  }

  @Test
  void aUserWhoJoinsIsLinkedAndMarked() {
    pool(null).join(user());

    assertThat(calls)
        .containsExactly("setFederationLink[p1]", "setSingleAttribute[identityPool, Customers]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void aBlankGroupIsNone(String group) {
    component.put("group", group);
    pool(null).join(user());

    assertThat(calls).hasSize(2);
  }

  @Test
  void theMembersOfAPoolJoinItsGroup() {
    component.put("group", " /residents ");
    component.put("references", "group g1 /residents");
    pool(null).join(user());

    assertThat(calls).hasSize(3).last().asString().startsWith("joinGroup[");
  }

  @Test
  void aPoolIsOnUnlessAnAdminSwitchedItOff() {
    assertThat(pool(null).isOn()).isTrue();
    component.put("enabled", "false");
    assertThat(pool(null).isOn()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theFactoryOfIdentityPoolsKnowsWhetherThereArePasswords(boolean has) {
    Factory factory = Stub.of(Factory.class, Map.of("hasPasswords", answer(has)));

    assertThat(pool(factory).hasPasswords()).isEqualTo(has);
  }

  @Test
  void withoutItsJarNothingIsKnownAgainstPasswords() {
    assertThat(pool(null).hasPasswords()).isTrue();
    assertThat(pool(Stub.of(ProviderFactory.class, Map.of())).hasPasswords())
        .as("an older JAR")
        .isTrue();
  }

  @Test
  void rulesSeeTheUserAsAMemberBeforeTheUserIsOne() {
    UserModel user = user();
    UserModel member = JoinablePool.asMember(user, Optional.of(pool(null)));
    UserModel free = JoinablePool.asMember(user, Optional.empty());

    assertThat(member.getFederationLink()).isEqualTo("p1");
    assertThat(member.isFederated()).isTrue();
    assertThat(free.getFederationLink()).isNull();
    assertThat(free.isFederated()).isFalse();
    assertThat(calls).isEmpty();
  }

  private JoinablePool pool(ProviderFactory<?> factory) {
    KeycloakSessionFactory factories =
        Stub.of(
            KeycloakSessionFactory.class,
            Map.of(
                "getProviderFactory",
                arguments -> arguments[1].equals("identity-pool") ? factory : null));
    KeycloakContext context = Stub.of(KeycloakContext.class, Map.of());
    return new JoinablePool(
        Stub.of(
            KeycloakSession.class,
            Map.of("getKeycloakSessionFactory", answer(factories), "getContext", answer(context))),
        realm,
        component);
  }

  private UserModel user() {
    return Stub.of(
        UserModel.class,
        Map.of(
            "setFederationLink",
            record("setFederationLink"),
            "setSingleAttribute",
            record("setSingleAttribute"),
            "joinGroup",
            record("joinGroup"),
            "getId",
            answer("u1")));
  }

  private Stub.Answer record(String method) {
    return arguments -> {
      calls.add(method + List.of(arguments));
      return null;
    };
  }
}
