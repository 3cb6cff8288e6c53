package io.keycloakpools.userstorage.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.keycloakpools.userstorage.directory.UnusableReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmittanceTest {

  /** Columns: served, enabled, identity pool open, tenant ready. */
  @ParameterizedTest
  @CsvSource({
    "true, true, true, true, ADMITTED",
    "false, true, true, true, WRONG_CLIENT",
    "false, false, true, true, WRONG_CLIENT",
    "true, false, true, true, DISABLED_HERE",
    "true, true, false, true, IDENTITY_POOL_CLOSED",
    "true, true, false, false, IDENTITY_POOL_CLOSED",
    "true, true, true, false, UNKNOWN_TENANT",
  })
  void theFirstConditionThatIsNotMetDecides(
      boolean served, boolean enabled, boolean open, boolean tenant, Admittance expected) {
    assertThat(Admittance.of(served, enabled, () -> open, () -> tenant)).isEqualTo(expected);
  }

  /** Asking about a tenant may create an organization. */
  @Test
  void nothingIsAskedAfterARefusal() {
    assertThat(Admittance.of(false, true, AdmittanceTest::asked, AdmittanceTest::asked).refusal())
        .contains(UnusableReason.WRONG_CLIENT);
    assertThat(Admittance.of(true, false, AdmittanceTest::asked, AdmittanceTest::asked).refusal())
        .isEmpty();
    assertThat(Admittance.of(true, true, () -> false, AdmittanceTest::asked).refusal())
        .contains(UnusableReason.IDENTITY_POOL_CLOSED);
  }

  @Test
  void theOthersAreRefusedOrNot() {
    assertThat(Admittance.ADMITTED.refusal()).isEmpty();
    assertThat(Admittance.UNKNOWN_TENANT.refusal()).contains(UnusableReason.UNKNOWN_TENANT);
  }

  private static boolean asked() {
    return fail("asked");
  }
}
