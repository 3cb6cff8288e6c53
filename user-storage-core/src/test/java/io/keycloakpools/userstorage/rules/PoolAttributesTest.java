package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.pools.PoolMarks;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PoolAttributesTest {

  static Stream<String> ours() {
    return Stream.concat(PoolAttributes.VISIBLE.stream(), PoolAttributes.INTERNAL.stream());
  }

  @ParameterizedTest
  @MethodSource("ours")
  void noMappingMayWriteOurs(String attribute) {
    assertThat(PoolAttributes.RESERVED).contains(attribute.toLowerCase(Locale.ROOT));
  }

  /** Schemas of identity pools may not name attributes with this beginning. */
  @ParameterizedTest
  @MethodSource("ours")
  void oursBeginWithTheMarkOfUserPools(String attribute) {
    assertThat(attribute.toLowerCase(Locale.ROOT)).startsWith(PoolMarks.OF_USER_POOLS);
  }

  @Test
  void noMappingMayWriteTheMarkOfIdentityPools() {
    assertThat(PoolAttributes.RESERVED).contains("identitypool");
  }

  @Test
  void whatHasAValueForEachThingGivenIsOurs() {
    assertThat(ours()).containsAll(PoolAttributes.MULTIVALUED);
    assertThat(PoolAttributes.MULTIVALUED)
        .contains(
            PoolAttributes.GRANTED_ROLES,
            PoolAttributes.GRANTED_GROUPS,
            PoolAttributes.TENANT,
            PoolAttributes.LINKS);
  }

  @Test
  void noneIsBothVisibleAndInternal() {
    assertThat(PoolAttributes.VISIBLE).doesNotContainAnyElementsOf(PoolAttributes.INTERNAL);
  }
}
