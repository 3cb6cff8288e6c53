package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkStatusTest {

  @ParameterizedTest
  @CsvSource({"PENDING, pending", "LINKED, linked", "MIGRATED, migrated"})
  void isStoredInLowerCase(LinkStatus status, String code) {
    assertThat(status.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @EnumSource(LinkStatus.class)
  void isReadBackAsItWasStored(LinkStatus status) {
    assertThat(LinkStatus.of(status.code())).contains(status);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"LINKED", "linked ", "unlinked"})
  void anythingElseIsNoStatus(String code) {
    assertThat(LinkStatus.of(code)).isEmpty();
  }
}
