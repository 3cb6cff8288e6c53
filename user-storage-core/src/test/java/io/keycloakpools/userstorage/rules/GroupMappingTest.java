package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.rules.GroupCatalog.Group;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GroupMappingTest {

  private static final Set<String> PATHS = Set.of("staff", "/staff", "/team/red", "/bosses");

  /** {@code bosses} is administrative. */
  private static final GroupCatalog CATALOG =
      new GroupCatalog() {
        @Override
        public Optional<Group> byPath(String path) {
          return PATHS.contains(path)
              ? Optional.of(new Group("id:" + path, path.contains("bosses")))
              : Optional.empty();
        }

        @Override
        public Optional<Group> mapped(String path) {
          return byPath(path);
        }
      };

  @Test
  void aGroupThatAnAdminNamedIsGiven() {
    assertThat(groups(Map.of("crew", "/team/red"), "crew")).containsExactly("id:/team/red");
  }

  @Test
  void anAdminMayNameAnAdministrativeGroup() {
    assertThat(groups(Map.of("crew", "/bosses"), "crew")).containsExactly("id:/bosses");
  }

  @Test
  void aMappingReplacesTheGroupOfTheSameName() {
    assertThat(groups(Map.of("staff", "/team/red"), "staff")).containsExactly("id:/team/red");
  }

  @Test
  void aMappingToNothingDoesNotFallBackToTheGroupOfTheSameName() {
    assertThat(groups(Map.of("staff", "/gone"), "staff")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staff", "/team/red"})
  void anExistingGroupOfTheSameNameOrPathIsGiven(String name) {
    assertThat(groups(Map.of(), name)).containsExactly("id:" + name);
  }

  @Test
  void anAdministrativeGroupOfTheSameNameIsNotGiven() {
    assertThat(groups(Map.of(), "/bosses")).isEmpty();
  }

  @Test
  void twoNamesMayGiveOneGroup() {
    assertThat(groups(Map.of("a", "/staff", "b", "/staff"), "a", "b", "nowhere"))
        .containsExactly("id:/staff");
  }

  private static Set<String> groups(Map<String, String> mapping, String... directoryNames) {
    return new GroupMapping(mapping).groupIds(Set.of(directoryNames), CATALOG);
  }
}
