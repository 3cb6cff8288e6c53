package io.keycloakpools.harness.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LazyLoaderRaceTest {

  @Test
  void itIsToldFromOtherFaults() {
    String fault = "ERROR Uncaught server error: java.lang.NullPointerException: Cannot invoke ";

    assertThat(
            LazyLoaderRace.in(
                fault
                    + "\"java.util.function.Supplier.get()\" because \"this.fallback\" is null\n"
                    + "\tat org.keycloak.models.cache.infinispan.DefaultLazyLoader.get"))
        .isTrue();
    assertThat(LazyLoaderRace.in(fault + "\"String.length()\" because \"name\" is null")).isFalse();
  }
}
