package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.userstorage.cognito.CognitoSettings.Keys;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.provider.ProviderConfigProperty;
import software.amazon.awssdk.regions.Region;

final class CognitoSettingsTest {

  private static final Map<String, String> LEAST =
      Map.of(
          "region",
          "eu-central-1",
          "userPoolId",
          "eu-central-1_AbCdEfGhI",
          "clientId",
          "1example23456789");

  @Test
  void theDefaultsAre() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new CognitoSettings(
                Region.EU_CENTRAL_1,
                "eu-central-1_AbCdEfGhI",
                "1example23456789",
                Optional.empty(),
                Optional.empty(),
                AuthFlow.USER_PASSWORD_AUTH,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void everyKeyIsRead() {
    Map<String, String> entered =
        Map.of(
            "region", "us-east-1",
            "userPoolId", "us-east-1_Other",
            "clientId", "other",
            "clientSecret", "s3cret",
            "accessKeyId", "AKIATEST",
            "secretAccessKey", "key",
            "authFlow", "ADMIN_USER_PASSWORD_AUTH",
            "endpoint", "https://vpce.example.com");

    assertThat(CognitoSettings.read(TestUserPool.entered(entered)))
        .isEqualTo(
            new CognitoSettings(
                Region.US_EAST_1,
                "us-east-1_Other",
                "other",
                Optional.of("s3cret"),
                Optional.of(new Keys("AKIATEST", "key")),
                AuthFlow.ADMIN_USER_PASSWORD_AUTH,
                Optional.of(URI.create("https://vpce.example.com")),
                Optional.empty()));
    assertThat(CognitoProperties.all())
        .as("every key of the form is set above")
        .extracting(ProviderConfigProperty::getName)
        .containsExactlyInAnyOrderElementsOf(entered.keySet());
  }

  @Test
  void bothSecretsMayBeKeptInTheVault() {
    CognitoSettings settings =
        read(
            Map.of(
                "clientSecret", "${vault.client}",
                "accessKeyId", "${vault.id}",
                "secretAccessKey", "${vault.key}"));

    assertThat(settings.clientSecret()).contains("from-the-vault");
    assertThat(settings.keys()).contains(new Keys("${vault.id}", "from-the-vault"));
  }

  @Test
  void toStringHoldsNoSecret() {
    CognitoSettings settings =
        read(
            Map.of(
                "clientSecret", "s3cret-one",
                "accessKeyId", "AKIATEST",
                "secretAccessKey", "s3cret-two"));

    assertThat(settings.toString() + settings.keys())
        .contains("eu-central-1_AbCdEfGhI", "AKIATEST")
        .doesNotContain("s3cret-one", "s3cret-two");
  }

  @Nested
  final class Required {

    @ParameterizedTest
    @ValueSource(strings = {"region", "userPoolId", "clientId"})
    void settingsMustNotBeBlank(String key) {
      assertProblem(Map.of(key, " "), key, "cognitoRequired." + key);
    }
  }

  @Nested
  final class Regions {

    @ParameterizedTest
    @ValueSource(
        strings = {"eu-central-9", "Frankfurt", "EU-CENTRAL-1", "eu-central-1.evil.example"})
    void mustBeOneOfAws(String region) {
      assertProblem(Map.of("region", region), "region", "cognitoNoRegion", region);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "eu-west-1_AbCdEfGhI",
          "AbCdEfGhI",
          "eu-central-1",
          "eu-central-1_",
          "eu-central-1_Ab/Cd",
          "eu-central-1_Ab Cd",
          "eu-central-1-AbCdEfGhI",
          "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_AbCdEfGhI",
        })
    void mustBeThatOfTheUserPool(String userPoolId) {
      assertProblem(
          Map.of("userPoolId", userPoolId),
          "userPoolId",
          "cognitoNoPoolId",
          userPoolId,
          "eu-central-1");
    }

    @Test
    void mayBeInventedForAnEmulator() {
      CognitoSettings settings =
          read(
              Map.of(
                  "region", "local", "userPoolId", "local_1", "endpoint", "http://localhost:9229"));

      assertThat(settings.region().id()).isEqualTo("local");
      assertThat(settings.userPoolId()).isEqualTo("local_1");
    }
  }

  @Nested
  final class AccessKeys {

    @ParameterizedTest
    @CsvSource({"accessKeyId, secretAccessKey", "secretAccessKey, accessKeyId"})
    void needBothHalves(String given, String missing) {
      assertProblem(Map.of(given, "half"), missing, "cognitoHalfKey");
      assertProblem(Map.of(given, "half", missing, " "), missing, "cognitoHalfKey");
    }
  }

  @Nested
  final class Flows {

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void areReadByTheirNameAtAws(AuthFlow flow) {
      assertThat(read(Map.of("authFlow", flow.name())).authFlow()).isEqualTo(flow);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER_SRP_AUTH", "user-password-auth", "ALLOW_USER_PASSWORD_AUTH"})
    void thatAreNotThereAreRefused(String flow) {
      assertProblem(
          Map.of("authFlow", flow),
          "authFlow",
          "poolSettingChoice",
          flow,
          "USER_PASSWORD_AUTH, ADMIN_USER_PASSWORD_AUTH");
    }
  }

  @Nested
  final class Endpoints {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://cognito.example.com",
          "http://localhost.evil.example",
          "http://10.0.0.1:9229",
          "https://key:secret@cognito.example.com",
        })
    void thatWouldGiveSecretsAwayAreRefused(String endpoint) {
      assertProblem(Map.of("endpoint", endpoint), "endpoint", "poolSettingUrl", endpoint);
    }
  }

  @Nested
  final class TenantFields {

    @ParameterizedTest
    @CsvSource({
      "tenantId, custom:tenantId",
      "custom:tenantId, custom:tenantId",
      "' tenantId ', custom:tenantId",
      "Custom, custom:Custom",
    })
    void areCustomAttributes(String entered, String attribute) {
      assertThat(read(Map.of("tenantIdFieldName", entered)).tenantField()).contains(attribute);
    }
  }

  @Nested
  final class Form {

    static Stream<ProviderConfigProperty> properties() {
      return CognitoProperties.all().stream();
    }

    @ParameterizedTest
    @MethodSource("properties")
    void masksSecretsAndNothingElse(ProviderConfigProperty property) {
      boolean secret = property.getName().toLowerCase(Locale.ROOT).contains("secret");

      assertThat(property.isSecret()).isEqualTo(secret);
      assertThat(ProviderConfigProperty.PASSWORD.equals(property.getType())).isEqualTo(secret);
    }

    @Test
    void showsTheDefaultFlow() {
      assertThat(properties().filter(property -> property.getName().equals("authFlow")))
          .singleElement()
          .returns("USER_PASSWORD_AUTH", ProviderConfigProperty::getDefaultValue);
    }

    @Test
    void hasNoKeyThatIsSharedByAllPools() {
      assertThat(new CognitoUserPoolProviderFactory().getConfigProperties())
          .extracting(ProviderConfigProperty::getName)
          .doesNotHaveDuplicates();
    }
  }

  private static CognitoSettings read(Map<String, String> changes) {
    Map<String, String> values = new HashMap<>(LEAST);
    values.putAll(changes);
    return CognitoSettings.read(TestUserPool.entered(values));
  }

  private static void assertProblem(
      Map<String, String> changes, String field, String messageKey, String... arguments) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> read(changes))
        .returns(SettingProblem.of(field, messageKey, arguments), InvalidSettingException::problem);
  }
}
