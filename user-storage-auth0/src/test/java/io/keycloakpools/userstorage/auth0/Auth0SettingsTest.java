package io.keycloakpools.userstorage.auth0;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderConfigProperty;

final class Auth0SettingsTest {

  private static final Map<String, String> LEAST =
      Map.of(
          "domain", "example.eu.auth0.com",
          "clientId", "AbCdEf",
          "clientSecret", "s3cret",
          "connection", "Username-Password-Authentication");

  @Test
  void theDefaultsAre() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new Auth0Settings(
                URI.create("https://example.eu.auth0.com"),
                "AbCdEf",
                "s3cret",
                "Username-Password-Authentication",
                true,
                Optional.empty()));
  }

  @Test
  void everyKeyIsRead() {
    Map<String, String> entered =
        Map.of(
            "domain", "other.auth0.com",
            "clientId", "other",
            "clientSecret", "other-s3cret",
            "connection", "people",
            "forwardClientIp", "false");

    assertThat(Auth0Settings.read(TestTenant.entered(entered)))
        .isEqualTo(
            new Auth0Settings(
                URI.create("https://other.auth0.com"),
                "other",
                "other-s3cret",
                "people",
                false,
                Optional.empty()));
    assertThat(Auth0Properties.all())
        .as("every key of the form is set above")
        .extracting(ProviderConfigProperty::getName)
        .containsExactlyInAnyOrderElementsOf(entered.keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"domain", "clientId", "clientSecret", "connection"})
  void everySettingMustBeThere(String key) {
    assertProblem(Map.of(key, " "), key, "auth0Required." + key);
  }

  @Test
  void theSecretMayBeKeptInTheVaultAndNothingElse() {
    Auth0Settings settings =
        read(Map.of("clientSecret", "${vault.secret}", "clientId", "${vault.id}"));

    assertThat(settings.clientSecret()).isEqualTo("from-the-vault");
    assertThat(settings.clientId()).isEqualTo("${vault.id}");
  }

  @Test
  void toStringHoldsNoSecret() {
    assertThat(read(Map.of()).toString())
        .contains("https://example.eu.auth0.com", "AbCdEf", "Username-Password-Authentication")
        .doesNotContain("s3cret");
  }

  @Nested
  final class Domains {

    @ParameterizedTest
    @CsvSource({
      "example.eu.auth0.com, https://example.eu.auth0.com",
      "' example.eu.auth0.com ', https://example.eu.auth0.com",
      "https://example.eu.auth0.com, https://example.eu.auth0.com",
      "https://example.eu.auth0.com/, https://example.eu.auth0.com",
      "example.eu.auth0.com/, https://example.eu.auth0.com",
      "localhost:4400, https://localhost:4400",
      "http://localhost:4400/, http://localhost:4400",
      "http://127.0.0.1:4400, http://127.0.0.1:4400",
      "http://[::1]:4400, http://[::1]:4400",
    })
    void mayBeEnteredAsHostOrAsAddress(String entered, String address) {
      assertThat(read(Map.of("domain", entered)).domain()).isEqualTo(URI.create(address));
    }

    /** Auth0 compares audiences exactly, and its own are in lower case. */
    @ParameterizedTest
    @ValueSource(strings = {"Example.EU.Auth0.com", "HTTPS://EXAMPLE.eu.auth0.com/"})
    void haveNoCase(String entered) {
      Auth0Settings settings = read(Map.of("domain", entered));

      assertThat(settings.domain()).hasToString("https://example.eu.auth0.com");
      assertThat(settings.managementAudience()).isEqualTo("https://example.eu.auth0.com/api/v2/");
      assertThat(settings.endpoint("/oauth/token"))
          .hasToString("https://example.eu.auth0.com/oauth/token");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://example.eu.auth0.com",
          "http://localhost.evil.example",
          "http://10.0.0.1:4400",
          "ftp://example.eu.auth0.com",
          "https://user:secret@example.eu.auth0.com",
          "user@example.eu.auth0.com",
          "example.eu.auth0.com?x=y",
          "https://example.eu.auth0.com/#top",
          "example eu",
          "under_score.auth0.com:x",
          "https://",
        })
    void thatWouldGiveSecretsAwayAreRefused(String domain) {
      assertProblem(Map.of("domain", domain), "domain", "poolSettingHost", domain);
    }

    @ParameterizedTest
    @CsvSource({
      "https://example.eu.auth0.com/api/v2/, https://example.eu.auth0.com/api/v2/, /api/v2/",
      "example.eu.auth0.com/oauth, https://example.eu.auth0.com/oauth, /oauth",
    })
    void haveNoPath(String domain, String address, String path) {
      assertProblem(Map.of("domain", domain), "domain", "auth0DomainPath", address, path);
    }
  }

  /** Users can write their own user_metadata, so it never supplies the tenant. */
  @ParameterizedTest
  @CsvSource({
    "tenantId, app_metadata.tenantId",
    "app_metadata.tenantId, app_metadata.tenantId",
    "' tenantId ', app_metadata.tenantId",
    "customer.id, app_metadata.customer.id",
    "user_metadata.tenantId, app_metadata.user_metadata.tenantId",
  })
  void tenantFieldsAreOfTheAppMetadata(String entered, String path) {
    assertThat(read(Map.of("tenantIdFieldName", entered)).tenantField()).contains(path);
  }

  @Nested
  final class Form {

    static Stream<ProviderConfigProperty> properties() {
      return Auth0Properties.all().stream();
    }

    @Test
    void hasAnOrder() {
      assertThat(properties())
          .extracting(ProviderConfigProperty::getName)
          .containsExactly("domain", "clientId", "clientSecret", "connection", "forwardClientIp");
    }

    @ParameterizedTest
    @MethodSource("properties")
    void masksSecretsAndNothingElse(ProviderConfigProperty property) {
      boolean secret = property.getName().toLowerCase(Locale.ROOT).contains("secret");

      assertThat(property.isSecret()).isEqualTo(secret);
      assertThat(ProviderConfigProperty.PASSWORD.equals(property.getType())).isEqualTo(secret);
    }

    @ParameterizedTest
    @MethodSource("properties")
    void asksForWhatMustBeThere(ProviderConfigProperty property) {
      assertThat(property.isRequired()).isEqualTo(LEAST.containsKey(property.getName()));
    }

    @Test
    void showsThatTheAddressIsForwarded() {
      assertThat(properties().filter(property -> property.getName().equals("forwardClientIp")))
          .singleElement()
          .returns(true, ProviderConfigProperty::getDefaultValue)
          .returns(ProviderConfigProperty.BOOLEAN_TYPE, ProviderConfigProperty::getType);
    }
  }

  private static Auth0Settings read(Map<String, String> changes) {
    Map<String, String> values = new HashMap<>(LEAST);
    values.putAll(changes);
    return Auth0Settings.read(TestTenant.entered(values));
  }

  private static void assertProblem(
      Map<String, String> changes, String field, String messageKey, String... arguments) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> read(changes))
        .returns(SettingProblem.of(field, messageKey, arguments), InvalidSettingException::problem);
  }
}
