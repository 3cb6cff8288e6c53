package io.keycloakpools.userstorage.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keycloakpools.common.reference.References;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.fake.Stub;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;

/** Which identity pool a user joins who moves, and when nobody may move. */
final class IdentityPoolOfMigratedTest {

  private static final String MOVE = "move-at-first-sign-in";

  private final ComponentModel customers = new ComponentModel();
  private final Map<String, String> written = new HashMap<>();
  private final UserModel user =
      Stub.create()
          .on("getId", "u1")
          .on("setFederationLink", arguments -> written.put("link", (String) arguments[0]))
          .on(
              "setSingleAttribute",
              arguments -> written.put((String) arguments[0], (String) arguments[1]))
          .as(UserModel.class);

  private List<ComponentModel> components = List.of(customers);

  @BeforeEach
  void aPool() {
    customers.setId("p1");
    customers.setName("Customers");
    customers.setProviderId("identity-pool");
    customers.setProviderType(UserStorageProvider.class.getName());
  }

  @Test
  void aUserWhoMovesJoinsThePoolThatIsNamed() {
    IdentityPoolOfMigrated joined = joined(MOVE, "customers");

    assertThat(joined.admits()).isTrue();
    assertThat(joined.asMember(user).getFederationLink()).isEqualTo("p1");
    joined.join(user);
    assertThat(written).isEqualTo(Map.of("link", "p1", "identityPool", "Customers"));
  }

  @Test
  void aPoolThatIsOffAdmitsNobody() {
    customers.put("enabled", "false");
    IdentityPoolOfMigrated joined = joined(MOVE, "Customers");

    assertThat(joined.admits()).isFalse();
    assertThat(joined.asMember(user).getFederationLink()).isNull();
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> joined.join(user))
        .withMessage("userPoolRefused.identity_pool_closed");
    assertThat(written).isEmpty();
  }

  @Test
  void whereUsersStayNobodyAsksWhetherThePoolIsOn() {
    customers.put("enabled", "false");

    assertThat(joined("stay", "Customers").admits()).isTrue();
  }

  @Test
  void aDeletedPoolStopsNobodyAndNobodyJoinsIt() {
    components = List.of();
    IdentityPoolOfMigrated joined = joined(MOVE, "Customers");

    assertThat(joined.admits()).isTrue();
    assertThat(joined.asMember(user).isFederated()).isFalse();
    joined.join(user);
    assertThat(written).isEmpty();
  }

  @Test
  void anotherComponentOfThatNameIsNoIdentityPool() {
    customers.setProviderId("ldap");
    joined(MOVE, "Customers").join(user);

    assertThat(written).isEmpty();
  }

  @Test
  void withoutASettingUsersJoinNone() {
    IdentityPoolOfMigrated joined = joined(MOVE, "");

    assertThat(joined.admits()).isTrue();
    joined.join(user);
    assertThat(written).isEmpty();
  }

  private IdentityPoolOfMigrated joined(String stayOrMove, String identityPool) {
    Map<String, List<String>> settings =
        Map.of("stayOrMove", List.of(stayOrMove), "identityPool", List.of(identityPool));
    UserPoolConfig config = UserPoolConfig.read(new Settings(settings::get, text -> text));
    Pool pool = new Pool("d1", "Directory", config, References.of(null), null, null, null);
    return new IdentityPoolOfMigrated(new PoolSession(null, realm(), pool));
  }

  private RealmModel realm() {
    return Stub.create()
        .on("getId", "r1")
        .on("getName", "people")
        .on("getComponentsStream", arguments -> components.stream())
        .on(
            "getComponent",
            arguments ->
                Stream.of(customers)
                    .filter(each -> each.getId().equals(arguments[0]))
                    .findFirst()
                    .orElse(null))
        .as(RealmModel.class);
  }
}
