package io.keycloakpools.userstorage.settings;

import static io.keycloakpools.userstorage.settings.Entered.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.Word;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.rules.AttributeMapping;
import io.keycloakpools.userstorage.rules.GroupMapping;
import io.keycloakpools.userstorage.rules.IdentityMapping;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.RoleMapping;
import io.keycloakpools.userstorage.rules.SignInPolicy.SecondFactor;
import io.keycloakpools.userstorage.rules.SignInPolicy.TemporaryPasswords;
import io.keycloakpools.userstorage.rules.TenantRule;
import io.keycloakpools.userstorage.rules.TenantRule.UnknownTenant;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UserPoolConfigTest {

  private static final UserPoolConfig DEFAULTS =
      new UserPoolConfig(
          true,
          false,
          Optional.empty(),
          new AttributeMapping(Map.of()),
          new RoleMapping(Map.of()),
          new GroupMapping(Map.of()),
          new IdentityMapping(Map.of()),
          Optional.empty(),
          Set.of(),
          new TenantRule.None(),
          TemporaryPasswords.REJECT,
          SecondFactor.REJECT,
          Contact.NONE,
          Duration.ofSeconds(2),
          true);

  @Test
  void theDefaultsAre() {
    assertThat(Entered.of().read()).isEqualTo(DEFAULTS);
  }

  @Test
  void theFormShowsTheDefaults() {
    Entered form = Entered.of();
    SharedSettings.properties().stream()
        .filter(property -> property.getDefaultValue() != null)
        .forEach(property -> form.and(property.getName(), property.getDefaultValue().toString()));

    assertThat(form.read()).isEqualTo(DEFAULTS);
  }

  @Test
  void everyKeyIsRead() {
    Map<String, List<String>> entered =
        Map.ofEntries(
            Map.entry("stayOrMove", List.of("move-copied-once")),
            Map.entry("identityPool", List.of("Customers")),
            Map.entry("attributeMappings", List.of("[{\"key\":\"custom:a\",\"value\":\"b\"}]")),
            Map.entry("roleMappings", List.of("[{\"key\":\"read:users\",\"value\":\"app/r\"}]")),
            Map.entry(
                "groupMappings", List.of("[{\"key\":\"staff\",\"value\":\"/company/staff\"}]")),
            Map.entry(
                "identityProviderMappings",
                List.of("[{\"key\":\"google-oauth2\",\"value\":\"google\"}]")),
            Map.entry("group", List.of("/customers")),
            Map.entry("clients", List.of("shop", "app", "shop")),
            Map.entry("tenantResolver", List.of("static")),
            Map.entry("tenantIdFieldName", List.of("custom:tenant")),
            Map.entry("tenantId", List.of("acme")),
            Map.entry("unknownTenant", List.of("reject")),
            Map.entry("temporaryPasswords", List.of("require-change")),
            Map.entry("secondFactor", List.of("require-setup")),
            Map.entry("displayName", List.of("Acme Account")),
            Map.entry("passwordChangeUrl", List.of("https://acme.example/password")),
            Map.entry("supportLink", List.of("help@acme.example")),
            Map.entry("requestTimeout", List.of("1500")),
            Map.entry("testConnection", List.of("false")));

    assertThat(UserPoolConfig.read(new Settings(entered::get, text -> text)))
        .isEqualTo(
            new UserPoolConfig(
                false,
                true,
                Optional.of("Customers"),
                new AttributeMapping(Map.of("custom:a", "b")),
                new RoleMapping(Map.of("read:users", "app/r")),
                new GroupMapping(Map.of("staff", "/company/staff")),
                new IdentityMapping(Map.of("google-oauth2", "google")),
                Optional.of("/customers"),
                Set.of("shop", "app"),
                new TenantRule.Static("acme", UnknownTenant.REJECT),
                TemporaryPasswords.REQUIRE_CHANGE,
                SecondFactor.REQUIRE_SETUP,
                new Contact(
                    Optional.of("Acme Account"),
                    Optional.of(URI.create("https://acme.example/password")),
                    Optional.of(URI.create("mailto:help@acme.example"))),
                Duration.ofMillis(1500),
                false));
    assertThat(SharedSettings.properties())
        .as("every key of the form is set above")
        .extracting(property -> property.getName())
        .containsExactlyInAnyOrderElementsOf(entered.keySet());
  }

  @Nested
  final class Tenants {

    static Stream<TenantRule> dynamicRules() {
      return Stream.of(UnknownTenant.values()).map(TenantRule.Dynamic::new);
    }

    @ParameterizedTest
    @MethodSource("dynamicRules")
    void fromAFieldOfTheDirectory(TenantRule.Dynamic rule) {
      UserPoolConfig config =
          Entered.of(
                  "tenantResolver",
                  "dynamic",
                  "tenantIdFieldName",
                  "tenant",
                  "unknownTenant",
                  Word.hyphenated(rule.unknown()))
              .read();

      assertThat(config.tenantRule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"dynamic, tenantIdFieldName", "static, tenantId"})
    void needTheirValue(String resolver, String field) {
      assertProblem(
          () -> Entered.of("tenantResolver", resolver, field, " ").read(),
          field,
          "userPoolSettingTenantNeeds",
          resolver);
    }

    @Test
    void ofAnotherResolverAreNotLookedAt() {
      assertThat(Entered.of("tenantId", "acme", "tenantIdFieldName", "t").read().tenantRule())
          .isEqualTo(new TenantRule.None());
    }
  }

  @Nested
  final class TemporaryPasswordsTo {

    @ParameterizedTest
    @ValueSource(strings = {"", "false"})
    void requireAChangeAreRefusedWithoutMigration(String migration) {
      assertProblem(
          () ->
              Entered.of("temporaryPasswords", "require-change", "justInTimeMigration", migration)
                  .read(),
          "temporaryPasswords",
          "userPoolSettingTemporaryPasswords");
    }
  }

  @Nested
  final class AttributeTargets {

    static Stream<String> reserved() {
      return PoolAttributes.RESERVED.stream()
          .sorted()
          .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("reserved")
    void ofKeycloakAndOfThePoolAreRefusedInAnyCase(String target) {
      assertProblem(
          () -> mapping("a", target).read(),
          "attributeMappings",
          "userPoolSettingReserved",
          target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "username", "userPool"})
    void onlyTheirSideIsReserved(String source) {
      assertThat(mapping(source, "copy").read().attributeMappings().targetBySource())
          .isEqualTo(Map.of(source, "copy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"same", "Same"})
    void mayNotStandTwiceInAnyCase(String second) {
      Entered twice =
          Entered.of(
              "attributeMappings",
              "[{\"key\":\"a\",\"value\":\"same\"},{\"key\":\"b\",\"value\":\"%s\"}]"
                  .formatted(second));

      assertProblem(twice::read, "attributeMappings", "userPoolSettingTargetTwice", second);
    }

    private static Entered mapping(String from, String to) {
      return Entered.of(
          "attributeMappings", "[{\"key\":\"%s\",\"value\":\"%s\"}]".formatted(from, to));
    }
  }

  @Nested
  final class IdentityProviders {

    @Test
    void maySeveralConnectionsMean() {
      assertThat(read("{\"key\":\"a\",\"value\":\"x\"}", "{\"key\":\"b\",\"value\":\"x\"}"))
          .isEqualTo(new IdentityMapping(Map.of("a", "x", "b", "x")));
    }

    @Test
    void mayNotStandWithoutAConnection() {
      assertProblem(
          () -> read("{\"key\":\"\",\"value\":\"google\"}"),
          "identityProviderMappings",
          "poolSettingMapHalf",
          "google");
    }

    @Test
    void mayNotBeTwoForOneConnection() {
      assertProblem(
          () -> read("{\"key\":\"a\",\"value\":\"x\"}", "{\"key\":\"a\",\"value\":\"y\"}"),
          "identityProviderMappings",
          "poolSettingMapTwice",
          "a");
    }

    private static IdentityMapping read(String... pairs) {
      return Entered.of("identityProviderMappings", "[" + String.join(",", pairs) + "]")
          .read()
          .identityProviderMappings();
    }
  }

  @Nested
  final class RequestTimeouts {

    @ParameterizedTest
    @ValueSource(ints = {100, 2000, 30_000})
    void withinBoundsAreRead(int millis) {
      assertThat(Entered.of("requestTimeout", Integer.toString(millis)).read().requestTimeout())
          .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "30001", "0", "-1", "2s"})
    void othersAreRefused(String text) {
      assertProblem(
          () -> Entered.of("requestTimeout", text).read(),
          "requestTimeout",
          "poolSettingNumber",
          text,
          "100",
          "30000");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tenantResolver, 'none, dynamic, static'",
    "unknownTenant, 'create, ignore, reject'",
    "temporaryPasswords, 'reject, require-change'",
    "secondFactor, 'reject, require-setup'",
  })
  void aWordThatIsNoChoiceIsRefused(String key, String words) {
    assertProblem(() -> Entered.of(key, "other").read(), key, "poolSettingChoice", "other", words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"attributeMappings", "roleMappings", "groupMappings", "identityProviderMappings"})
  void aMappingThatIsNoListOfPairsIsRefused(String key) {
    assertProblem(() -> Entered.of(key, "a=b").read(), key, "poolSettingMap");
  }
}
