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

  @Test
  void whatAPersonFillsInIsTaken() {
    assertThat(SubmittedForm.isTooLarge(Map.of())).isFalse();
    assertThat(SubmittedForm.isTooLarge(fields(SubmittedForm.MOST_FIELDS))).isFalse();
    assertThat(SubmittedForm.isTooLarge(Map.of("a", Arrays.asList("x", null)))).isFalse();
  }

  @Test
  void oneFieldTooManyIsTooLarge() {
    assertThat(SubmittedForm.isTooLarge(fields(SubmittedForm.MOST_FIELDS + 1))).isTrue();
  }

  @Test
  void oneValueTooManyIsTooLarge() {
    assertThat(SubmittedForm.isTooLarge(Map.of("a", values(SubmittedForm.MOST_VALUES)))).isFalse();
    assertThat(SubmittedForm.isTooLarge(Map.of("a", values(SubmittedForm.MOST_VALUES + 1))))
        .isTrue();
  }

  @Test
  void charactersOfNamesAndValuesCount() {
    String most = "x".repeat(SubmittedForm.MOST_CHARACTERS - 1);

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
