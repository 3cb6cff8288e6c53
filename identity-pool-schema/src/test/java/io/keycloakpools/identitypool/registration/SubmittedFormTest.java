package io.keycloakpools.identitypool.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SubmittedFormTest {

  /** A field for each that a schema may have, and those of Keycloak's own page. */
  private static final int FIELDS = 200 + 50;

  private static final int VALUES = 2_000;

  /** As large as a document may be. */
  private static final int CHARACTERS = 256 * 1024;

  @Test
  void whatAPersonFillsInIsTaken() {
    assertThat(SubmittedForm.isTooLarge(Map.of())).isFalse();
    assertThat(SubmittedForm.isTooLarge(fields(FIELDS))).isFalse();
    assertThat(SubmittedForm.isTooLarge(Map.of("a", Arrays.asList("x", null)))).isFalse();
  }

  @Test
  void oneFieldTooManyIsTooLarge() {
    assertThat(SubmittedForm.isTooLarge(fields(FIELDS + 1))).isTrue();
  }

  @Test
  void oneValueTooManyIsTooLarge() {
    assertThat(SubmittedForm.isTooLarge(Map.of("a", values(VALUES)))).isFalse();
    assertThat(SubmittedForm.isTooLarge(Map.of("a", values(VALUES + 1)))).isTrue();
  }

  @Test
  void charactersOfNamesAndValuesCount() {
    String most = "x".repeat(CHARACTERS - 1);

    assertThat(SubmittedForm.isTooLarge(Map.of("a", List.of(most)))).isFalse();
    assertThat(SubmittedForm.isTooLarge(Map.of("ab", List.of(most)))).isTrue();
    assertThat(SubmittedForm.isTooLarge(Map.of(most, List.of("ab")))).isTrue();
  }

  private static List<String> values(int count) {
    return Collections.nCopies(count, "");
  }

  private static Map<String, List<String>> fields(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "field" + i, i -> List.of("x")));
  }
}
