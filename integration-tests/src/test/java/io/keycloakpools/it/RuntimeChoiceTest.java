package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class RuntimeChoiceTest {
  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> RuntimeChoice.of("podman"))
        .hasMessage("keycloak.runtime can be distribution or container, not podman");
  }
}
