package io.keycloakpools.userstorage.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderConfigProperty;

final class RestSettingsTest {

  private static final String ADDRESS = "https://users.example.com/keycloak";

  @Test
  void theDefaultsAre() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new RestSettings(
                URI.create(ADDRESS),
                Contract.POOLS,
                "token",
                Optional.empty(),
                false,
                true,
                Optional.empty()));
  }

  @Test
  void everyKeyIsRead() {
    Map<String, String> entered =
        Map.of(
            "url", "http://localhost:8080",
            "contract", "user-migration",
            "basicUser", "keycloak",
            "basicPassword", "pä55",
            "checkPasswordByUserId", "true",
            "forwardClientIp", "false",
            "tenantIdFieldName", "customer");

    assertThat(read(entered))
        .isEqualTo(
            new RestSettings(
                URI.create("http://localhost:8080"),
                Contract.USER_MIGRATION,
                "basicPassword",
                Optional.of("Basic a2V5Y2xvYWs6cMOkNTU="),
                true,
                false,
                Optional.of("customer")));
    assertThat(read(Map.of("token", "abc")).authorization()).contains("Bearer abc");
    assertThat(RestProperties.all())
        .as("every key of the form is set above")
        .extracting(ProviderConfigProperty::getName)
        .isNotEmpty()
        .isSubsetOf(
            Stream.concat(entered.keySet().stream(), Stream.of("token")).toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {ADDRESS, ADDRESS + "/", ADDRESS + "//", " " + ADDRESS + "/ "})
  void aSlashAtTheEndOfTheAddressDoesNotMatter(String entered) {
    assertThat(read(Map.of("url", entered)).url()).hasToString(ADDRESS);
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        Arguments.of(Map.of("url", ""), "url", "restRequired.url"),
        Arguments.of(Map.of("url", "http://users.example.com"), "url", "poolSettingUrl"),
        Arguments.of(Map.of("url", ADDRESS + "?a=b"), "url", "poolSettingUrl"),
        Arguments.of(Map.of("contract", "soap"), "contract", "poolSettingChoice"),
        Arguments.of(Map.of("token", "a b"), "token", "restToken"),
        Arguments.of(Map.of("token", "a\r\nX-Other: b"), "token", "restToken"),
        Arguments.of(
            Map.of("token", "a", "basicUser", "b", "basicPassword", "c"),
            "token",
            "restTwoCredentials"),
        Arguments.of(Map.of("basicUser", "b"), "basicPassword", "restHalf"),
        Arguments.of(Map.of("basicPassword", "c"), "basicUser", "restHalf"),
        Arguments.of(Map.of("basicUser", "b:", "basicPassword", "c"), "basicUser", "restColon"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void whatCannotWorkIsNamed(Map<String, String> changes, String field, String key) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> read(changes))
        .extracting(InvalidSettingException::problem)
        .extracting(SettingProblem::field, SettingProblem::messageKey)
        .containsExactly(field, key);
  }

  @Test
  void secretsMayBeKeptInTheVaultAndNothingElse() {
    assertThat(read(Map.of("token", "${vault.token}")).authorization())
        .contains("Bearer from-the-vault");
    assertThat(read(Map.of("basicUser", "${vault.user}", "basicPassword", "${vault.password}")))
        .extracting(RestSettings::authorization)
        .isEqualTo(Optional.of("Basic JHt2YXVsdC51c2VyfTpmcm9tLXRoZS12YXVsdA=="));
  }

  @Test
  void toStringHoldsNoSecret() {
    assertThat(read(Map.of("token", "s3cret")).toString())
        .contains(ADDRESS)
        .doesNotContain("s3cret");
  }

  @Test
  void secretsAreMasked() {
    assertThat(RestProperties.all())
        .filteredOn(ProviderConfigProperty::isSecret)
        .extracting(ProviderConfigProperty::getName)
        .containsExactly("token", "basicPassword");
  }

  private static RestSettings read(Map<String, String> changes) {
    Map<String, String> values = new HashMap<>(Map.of("url", ADDRESS));
    values.putAll(changes);
    return RestSettings.read(TestEndpoint.entered(values));
  }
}
