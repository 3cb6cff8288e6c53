package io.keycloakpools.identitypool.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicySettingsTest {

  @Test
  void aRealmWithoutPolicyAsksForNothing() {
    assertThat(of(Map.of())).isEqualTo(PasswordSettings.lenient());
  }

  @Test
  void everyPolicyWithASettingOfItsKindCounts() {
    assertThat(
            of(
                Map.of(
                    "length", 30,
                    "digits", 1,
                    "upperCase", 2,
                    "lowerCase", 3,
                    "specialChars", 4,
                    "passwordHistory", 5,
                    "passwordStrength", PasswordSettings.ofStrength(Strength.STRONG),
                    "notUsername", true)))
        .isEqualTo(new PasswordSettings(Strength.STRONG, 2, 3, 1, 4, 30, 5));
  }

  @Test
  void theSettingsOfTheRealmCountToo() {
    PasswordSettings settings = new PasswordSettings(Strength.WEAK, 0, 0, 2, 0, 12, 3);

    assertThat(of(Map.of("passwordSettings", settings, "length", 10))).isEqualTo(settings);
  }

  /** Keycloak's own policies hold besides, and refuse what is between. */
  @Test
  void moreThanSettingsCanHaveIsCutOff() {
    assertThat(of(Map.of("length", 1000, "digits", 100, "passwordHistory", -1)))
        .isEqualTo(
            new PasswordSettings(Strength.ANY, 0, 0, PasswordSettings.MOST_OF_A_KIND, 0, 128, 0));
  }

  private static PasswordSettings of(Map<String, Object> policy) {
    return PolicySettings.of(policy::get);
  }
}
