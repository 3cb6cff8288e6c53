package io.keycloakpools.identitypool.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.identitypool.federation.IdentityPoolProviderFactory;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.strength.Strength;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.provider.ProviderConfigProperty;

class PoolSettingsTest {

  @Test
  void whatIsNotSetHasItsDefault() {
    PoolSettings settings = read(Map.of());

    assertThat(settings)
        .isEqualTo(
            new PoolSettings(
                PoolSettings.State.ON,
                Optional.empty(),
                "default-payload",
                "default-metadata",
                Set.of(Mechanism.PASSWORD),
                false,
                Optional.empty(),
                PasswordSettings.currentDefaults(),
                RealmRules.INSTEAD,
                6,
                600,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                PoolSettings.Deletion.KEEPS_USERS));
  }

  /**
   * The console sends the defaults that it shows: they mean the same as nothing. Whether the rules
   * add to those of the realm is always stored: see {@link FormValuesTest}.
   */
  @Test
  void theDefaultsOfTheFormAreThoseOfTheSettings() {
    Map<String, List<String>> form = new HashMap<>();
    for (ProviderConfigProperty property : PoolProperties.all()) {
      if (property.getDefaultValue() != null) {
        form.put(property.getName(), List.of(property.getDefaultValue().toString()));
      }
    }

    assertThat(PoolSettings.read(form::get)).isEqualTo(read(Map.of("passwordRules", "add")));
  }

  /** Else the console preselects the first one, and saves it. */
  @Test
  void everyListOfTheFormHasADefaultAmongItsOptions() {
    assertThat(PoolProperties.all())
        .filteredOn(property -> property.getType().equals(ProviderConfigProperty.LIST_TYPE))
        .isNotEmpty()
        .allMatch(property -> property.getOptions().contains(property.getDefaultValue()));
  }

  @Test
  void whatHasNoEffectYetIsNotOffered() {
    assertThat(new IdentityPoolProviderFactory().getConfigProperties())
        .extracting(ProviderConfigProperty::getName)
        .doesNotContain("otpLength", "otpTtl");
    assertThat(new IdentityPoolProviderFactory().getCommonProviderConfigProperties())
        .extracting(ProviderConfigProperty::getName)
        .contains("otpLength", "otpTtl", "enabled");
  }

  @Test
  void theRealmsHashingIsAChoiceOfItsOwn() {
    assertThat(read(Map.of("passwordHashing", "realm")).passwordHashing()).isEmpty();
    assertThat(read(Map.of("passwordHashing", "argon2")).passwordHashing()).contains("argon2");
  }

  @Test
  void mechanismsAreReadApartAndTogether() {
    Set<Mechanism> both = Set.of(Mechanism.PASSWORD, Mechanism.OTP);

    assertThat(mechanisms("password", "otp")).isEqualTo(both);
    assertThat(mechanisms("password,otp")).isEqualTo(both);
    assertThat(mechanisms(" otp, password ")).isEqualTo(both);
    assertThat(mechanisms("otp")).isEqualTo(Set.of(Mechanism.OTP));
  }

  private static Set<Mechanism> mechanisms(String... values) {
    return PoolSettings.read(key -> key.equals("authenticationMechanisms") ? List.of(values) : null)
        .mechanisms();
  }

  @Test
  void everyKeyIsRead() {
    Map<String, String> values = new HashMap<>();
    values.put("enabled", "false");
    values.put("description", " Who buys ");
    values.put("payloadSchema", "Customer");
    values.put("metadataSchema", "Standing");
    values.put("authenticationMechanisms", "otp");
    values.put("publicRegistrationAllowed", "true");
    values.put("passwordHashing", "bcrypt");
    values.put("passwordRules", "add");
    values.put("passwordStrength", "very_strong");
    values.put("passwordCapitalLetters", "1");
    values.put("passwordLowercaseLetters", "2");
    values.put("passwordDigits", "3");
    values.put("passwordSpecialCharacters", "4");
    values.put("passwordMinLength", "12");
    values.put("passwordNotUsedSince", "5");
    values.put("otpLength", "8");
    values.put("otpTtl", "60");
    values.put("clients", "shop");
    values.put("admittedRole", "auditor");
    values.put("group", "/buyers");
    values.put("deleteUsers", "true");

    assertThat(read(values))
        .isEqualTo(
            new PoolSettings(
                PoolSettings.State.OFF,
                Optional.of("Who buys"),
                "Customer",
                "Standing",
                Set.of(Mechanism.OTP),
                true,
                Optional.of("bcrypt"),
                new PasswordSettings(Strength.VERY_STRONG, 1, 2, 3, 4, 12, 5),
                RealmRules.ADD,
                8,
                60,
                Set.of("shop"),
                Optional.of("auditor"),
                Optional.of("/buyers"),
                PoolSettings.Deletion.DELETES_USERS));
    assertThat(values.keySet())
        .containsAll(PoolProperties.all().stream().map(ProviderConfigProperty::getName).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "authenticationMechanisms, smoke",
    "passwordHashing, md5",
    "passwordRules, both",
    "passwordStrength, STRONG",
    "passwordMinLength, 0",
    "passwordMinLength, 129",
    "passwordDigits, 33",
    "passwordNotUsedSince, 25",
    "passwordCapitalLetters, 1.5",
    "otpLength, 3",
    "otpLength, 11",
    "otpTtl, 29",
    "otpTtl, 86401"
  })
  void whatIsNotPossibleNamesItsField(String key, String value) {
    assertThatThrownBy(() -> read(Map.of(key, value)))
        .isInstanceOfSatisfying(
            InvalidSettingException.class,
            problem -> {
              assertThat(problem.problem().field()).isEqualTo(key);
              assertThat(problem.problem().arguments()).contains(value);
            });
  }

  private static PoolSettings read(Map<String, String> values) {
    return PoolSettings.read(
        key -> values.containsKey(key) ? Arrays.asList(values.get(key)) : null);
  }
}
