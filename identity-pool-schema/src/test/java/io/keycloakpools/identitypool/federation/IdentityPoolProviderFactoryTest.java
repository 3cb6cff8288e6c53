package io.keycloakpools.identitypool.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.pools.IdentityPoolContract;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.component.ComponentModel;

/** What the factory answers to user pools. */
final class IdentityPoolProviderFactoryTest {

  private final IdentityPoolContract contract = new IdentityPoolProviderFactory();

  @Test
  void userPoolsFindItByItsId() {
    assertThat(new IdentityPoolProviderFactory().getId())
        .isEqualTo(IdentityPoolContract.PROVIDER_ID)
        .isEqualTo("identity-pool");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "password",
        "otp,password",
        "otp password",
        "password, otp",
        "sms,password"
      })
  void usersSignInWithPasswords(String mechanisms) {
    assertThat(contract.hasPasswords(pool(mechanisms))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"otp", "sms", "passwords", "OTP"})
  void usersSignInWithoutPasswords(String mechanisms) {
    assertThat(contract.hasPasswords(pool(mechanisms))).isFalse();
  }

  @Test
  void mechanismsMayBeSeparateValuesOrNotSet() {
    assertThat(contract.hasPasswords(pool("otp", "password"))).isTrue();
    assertThat(contract.hasPasswords(pool())).isTrue();
    assertThat(contract.hasPasswords(new ComponentModel())).isTrue();
  }

  private static ComponentModel pool(String... mechanisms) {
    ComponentModel pool = new ComponentModel();
    pool.getConfig().put("authenticationMechanisms", List.of(mechanisms));
    return pool;
  }
}
