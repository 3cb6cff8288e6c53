package io.keycloakpools.identitypool.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.identitypool.settings.Mechanism;
import io.keycloakpools.identitypool.settings.PoolSettings;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStorageProvider;

/** Who may enter, of a realm that Keycloak would not let an admin save. */
final class IdentityPoolsTest {

  private static final String KEYS = "org.keycloak.keys.KeyProvider";

  private final Map<String, ComponentModel> components = new HashMap<>();
  private final Map<String, RoleModel> roles = new HashMap<>();
  private final Set<String> ofEverybody = Set.of("default", "uma");
  private final IdentityPools pools = IdentityPools.of(null, realm());

  @BeforeEach
  void add() {
    Stream.of("default", "uma", "auditor").forEach(name -> roles.put(name, role(name)));
    pool("good", Map.of("clients", List.of("shop"), "admittedRole", List.of("auditor")));
  }

  @Test
  void anUnreadableSettingClosesOnlyTheApplicationsOfItsPool() {
    pool(
        "bad",
        Map.of(
            "clients", List.of("portal"),
            "passwordMinLength", List.of("many"),
            "admittedRole", List.of("auditor")));

    assertThat(enters("bad", "portal")).isFalse();
    assertThat(enters(null, "portal", "auditor")).isFalse();
    assertThat(enters("good", "shop")).isTrue();
    assertThat(enters(null, "shop", "auditor")).isTrue();
    assertThat(enters("bad", "shop")).isFalse();
    assertThat(enters("bad", "account")).isTrue();
    assertThat(enters(null, "account")).isTrue();
  }

  @Test
  void aPoolThatCannotBeUsedIsClosedAndSaysWhy() {
    pool("bad", Map.of("clients", List.of("portal"), "passwordMinLength", List.of("many")));
    pool("worse", Map.of("payloadSchema", List.of("Gone"), "passwordMinLength", List.of("12")));

    IdentityPool bad = pools.byId("bad").orElseThrow();
    assertThat(bad.problem().orElseThrow().problem().field()).isEqualTo("passwordMinLength");
    assertThat(bad.enabled()).isFalse();
    assertThat(bad.registrationAllowed()).isFalse();
    assertThat(bad.allows(Mechanism.PASSWORD)).as("nobody knows").isFalse();
    assertThat(pools.registeringAt(client("portal")).orElseThrow().enabled()).isFalse();

    IdentityPool worse = pools.byId("worse").orElseThrow();
    assertThat(worse.problem().orElseThrow().problem().field()).isEqualTo("payloadSchema");
    assertThat(worse.enabled()).isFalse();
    assertThat(worse.allows(Mechanism.PASSWORD)).as("its settings are known").isTrue();
    assertThat(worse.settings().passwords().minLength()).isEqualTo(12);
    assertThat(pools.all()).extracting(IdentityPool::name).contains("bad", "good", "worse");
  }

  @Test
  void theSettingsOfAPoolAreParsedOnce() {
    PoolSettings parsed = pools.byId("good").orElseThrow().settings();

    assertThat(enters("good", "shop")).isTrue();
    assertThat(pools.serving(client("shop")))
        .singleElement()
        .extracting(IdentityPool::settings)
        .isSameAs(parsed);
    assertThat(pools.byName("GOOD").orElseThrow().settings()).isSameAs(parsed);
  }

  @Test
  void moreClientsThanAPoolMayHaveAreStillItsOwn() {
    List<String> many = Stream.iterate(0, i -> i + 1).limit(1001).map(i -> "app" + i).toList();
    pool("huge", Map.of("clients", many));

    assertThat(enters("good", "app1000")).isFalse();
    assertThat(enters("huge", "app1000")).isFalse();
    assertThat(enters("good", "shop")).isTrue();
  }

  @Test
  void aRoleThatEverybodyHasAdmitsNobody() {
    pool("open", Map.of("clients", List.of("portal"), "admittedRole", List.of("uma")));

    assertThat(enters(null, "portal", "uma", "default")).isFalse();
  }

  @Test
  void aLinkToNothingOrToSomethingElseIsNoPass() {
    component("key", KEYS, "rsa", Map.of());
    component("ldap", UserStorageProvider.class.getName(), "ldap", Map.of());

    assertThat(enters("gone", "shop", "auditor")).isFalse();
    assertThat(enters("key", "shop", "auditor")).isFalse();
    assertThat(enters("ldap", "shop", "auditor")).isTrue();
    assertThat(enters("ldap", "shop")).isFalse();
  }

  private void pool(String id, Map<String, List<String>> settings) {
    component(id, UserStorageProvider.class.getName(), IdentityPools.PROVIDER_ID, settings);
  }

  private void component(
      String id, String type, String provider, Map<String, List<String>> settings) {
    ComponentModel model = new ComponentModel();
    model.setId(id);
    model.setName(id);
    model.setProviderType(type);
    model.setProviderId(provider);
    settings.forEach(model.getConfig()::put);
    components.put(id, model);
  }

  private boolean enters(String link, String client, String... has) {
    UserModel user =
        stub(
            UserModel.class,
            Map.of(
                "getFederationLink", unused -> link,
                "hasRole", role -> List.of(has).contains(((RoleModel) role).getName())));
    return pools.mayEnter(user, client(client));
  }

  private static ClientModel client(String id) {
    return stub(
        ClientModel.class, Map.of("getId", unused -> "id of " + id, "getClientId", unused -> id));
  }

  private RoleModel role(String name) {
    return stub(
        RoleModel.class,
        Map.of(
            "getId",
            unused -> name,
            "getName",
            unused -> name,
            "hasRole",
            other ->
                name.equals("default") && ofEverybody.contains(((RoleModel) other).getName())));
  }

  private RealmModel realm() {
    return stub(
        RealmModel.class,
        Map.of(
            "getComponent",
            id -> components.get((String) id),
            "getComponentsStream",
            type ->
                List.copyOf(components.values()).stream()
                    .filter(each -> type == null || type.equals(each.getProviderType())),
            "getRole",
            name -> roles.get((String) name),
            "getRoleById",
            id -> roles.get((String) id),
            "getDefaultRole",
            unused -> roles.get("default"),
            "getDefaultGroupsStream",
            unused -> Stream.empty()));
  }

  /** What a method of Keycloak's answers to its last argument. */
  private interface Answer {
    Object to(Object argument);
  }

  private static <T> T stub(Class<T> type, Map<String, Answer> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                answers.containsKey(method.getName())
                    ? answers
                        .get(method.getName())
                        .to(arguments == null ? null : arguments[arguments.length - 1])
                    : null));
  }
}
