package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.rules.RoleCatalog.Role;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoleMappingTest {

  private record Catalog(Set<String> realmRoles, Map<String, String> clientRoles)
      implements RoleCatalog {

    @Override
    public Optional<Role> realmRole(String name) {
      return realmRoles.contains(name)
          ? Optional.of(new Role("realm:" + name, "admin".equals(name)))
          : Optional.empty();
    }

    @Override
    public Optional<Role> mapped(String words) {
      return realmRole(words)
          .or(
              () ->
                  Optional.ofNullable(clientRoles.get(words))
                      .map(id -> new Role(id, id.startsWith("realm-management"))));
    }
  }

  private static final RoleCatalog CATALOG =
      new Catalog(
          Set.of("staff", "read:users", "team/red", "admin"),
          Map.of(
              "shop/seller",
              "shop:seller",
              "realm-management/realm-admin",
              "realm-management:realm-admin"));

  @Nested
  final class NamedByAnAdmin {

    @ParameterizedTest
    @CsvSource({
      "staff, realm:staff",
      "read:users, realm:read:users",
      "team/red, realm:team/red",
      "shop/seller, shop:seller",
      "admin, realm:admin",
      "realm-management/realm-admin, realm-management:realm-admin",
    })
    void gives(String words, String id) {
      assertThat(roles(Map.of("group", words), "group")).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "shop/nothing"})
    void whatDoesNotExistGivesNothing(String words) {
      assertThat(roles(Map.of("group", words), "group")).isEmpty();
    }

    @Test
    void aMappingReplacesTheRoleOfTheSameName() {
      assertThat(roles(Map.of("staff", "shop/seller"), "staff")).containsExactly("shop:seller");
    }

    @Test
    void aMappingToNothingDoesNotFallBackToTheRoleOfTheSameName() {
      assertThat(roles(Map.of("staff", "gone"), "staff")).isEmpty();
    }

    @Test
    void twoNamesMayGiveOneRole() {
      assertThat(roles(Map.of("a", "staff", "b", "staff"), "a", "b"))
          .containsExactly("realm:staff");
    }
  }

  @Nested
  final class OfTheSameName {

    @ParameterizedTest
    @ValueSource(strings = {"staff", "read:users", "team/red"})
    void anExistingRealmRoleIsGiven(String name) {
      assertThat(roles(Map.of(), name)).containsExactly("realm:" + name);
    }

    @Test
    void anAdministrativeRoleIsNotGiven() {
      assertThat(roles(Map.of(), "admin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop/seller", "realm-management/realm-admin"})
    void aClientRoleIsNotGiven(String name) {
      assertThat(roles(Map.of(), name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Staff", "staff ", "unknown", ""})
    void onlyTheExactNameCounts(String name) {
      assertThat(roles(Map.of(), name)).isEmpty();
    }
  }

  private static Set<String> roles(Map<String, String> mapping, String... directoryNames) {
    return new RoleMapping(mapping).roleIds(Set.of(directoryNames), CATALOG);
  }
}
