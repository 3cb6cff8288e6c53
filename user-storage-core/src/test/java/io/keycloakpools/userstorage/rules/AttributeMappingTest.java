package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AttributeMappingTest {

  private static final String LONGEST = "x".repeat(2048);

  private final AttributeMapping mapping =
      new AttributeMapping(Map.of("custom:dept", "department", "locale", "language"));

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(List.of("research"), List.of("research")),
        Arguments.of(List.of("research", "teaching"), List.of("research", "teaching")),
        Arguments.of(List.of("research", "", "teaching"), List.of("research", "teaching")),
        Arguments.of(List.of(" \t"), List.of()),
        Arguments.of(List.of(" kept as it is "), List.of(" kept as it is ")),
        Arguments.of(List.of(LONGEST), List.of(LONGEST)),
        Arguments.of(List.of(LONGEST + "x", "short"), List.of("short")),
        Arguments.of(List.of("a\0b", "\33[31mred", "\ud83d", "two\nlines"), List.of("two\nlines")),
        Arguments.of(Collections.nCopies(10_000, "x"), Collections.nCopies(100, "x")),
        Arguments.of(List.of(), List.of()));
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatCannotBeStoredIsDropped(List<String> there, List<String> here) {
    DirectoryUser user = DirectoryUser.builder("1", "ada").attribute("custom:dept", there).build();

    assertThat(mapping.apply(user)).containsEntry("department", here);
  }

  @Test
  void mappedAttributesThatLoseValuesAreNamed() {
    DirectoryUser user =
        DirectoryUser.builder("1", "ada")
            .attribute("custom:dept", List.of("research", "a\0b"))
            .attribute("locale", List.of("en", " "))
            .attribute("unmapped", List.of("a\0b"))
            .build();

    assertThat(mapping.leftOut(user)).containsExactly("custom:dept");
  }

  @Test
  void everyTargetHasAnEntryAlsoWithoutAValue() {
    assertThat(mapping.apply(DirectoryUser.builder("1", "ada").build()))
        .isEqualTo(Map.of("department", List.of(), "language", List.of()));
  }

  @Test
  void whatIsNotNamedIsNotTakenOver() {
    DirectoryUser user =
        DirectoryUser.builder("1", "ada").attribute("salary", List.of("1000")).build();

    assertThat(mapping.apply(user)).containsOnlyKeys("department", "language");
  }

  @Test
  void targetsAreTheAttributesHere() {
    assertThat(mapping.targets()).containsExactlyInAnyOrder("department", "language");
  }
}
