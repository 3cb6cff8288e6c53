package io.keycloakpools.userstorage.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UnusableReasonTest {

  @ParameterizedTest
  @EnumSource(UnusableReason.class)
  void theCodeIsLowerCaseWithUnderscores(UnusableReason reason) {
    assertThat(reason.code()).matches("[a-z]+(_[a-z]+)*").isEqualToIgnoringCase(reason.name());
  }
}
