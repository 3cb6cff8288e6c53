package io.keycloakpools.userstorage.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.Setting;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;

final class SharedSettingsTest {

  static Stream<ProviderConfigProperty> properties() {
    return SharedSettings.properties().stream();
  }

  @Test
  void everyKeyHasOneProperty() {
    assertThat(properties().map(ProviderConfigProperty::getName))
        .containsExactlyInAnyOrderElementsOf(keys());
  }

  @Test
  void whatDecidesComesFirstAndTheMappingsLast() {
    assertThat(properties().map(ProviderConfigProperty::getName))
        .startsWith("stayOrMove", "identityPool")
        .endsWith("attributeMappings", "roleMappings", "groupMappings", "identityProviderMappings");
  }

  static Stream<ProviderConfigProperty> allProperties() {
    return Stream.concat(properties(), SharedSettings.former().stream());
  }

  @ParameterizedTest
  @MethodSource("allProperties")
  void everyPropertyHasAType(ProviderConfigProperty property) {
    assertThat(property.getType()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("properties")
  void whoeverOffersAChoiceOffersTheDefaultToo(ProviderConfigProperty property) {
    if (ProviderConfigProperty.LIST_TYPE.equals(property.getType())) {
      assertThat(property.getOptions()).contains(property.getDefaultValue().toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "stayOrMove, List",
    "testConnection, boolean",
    "attributeMappings, Map",
    "roleMappings, Map",
    "groupMappings, Map",
    "identityProviderMappings, Map",
    "clients, MultivaluedString",
    "group, Group",
    "tenantResolver, List",
  })
  void isShownAs(String key, String type) {
    assertThat(properties().filter(property -> property.getName().equals(key)))
        .singleElement()
        .returns(type, ProviderConfigProperty::getType);
  }

  private static List<String> keys() {
    return Arrays.stream(SharedSettings.class.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .map(SharedSettingsTest::value)
        .toList();
  }

  private static String value(Field field) {
    try {
      return ((Setting<?>) field.get(null)).key();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
