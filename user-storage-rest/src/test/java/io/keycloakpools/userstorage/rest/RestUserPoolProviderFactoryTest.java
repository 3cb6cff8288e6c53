package io.keycloakpools.userstorage.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.settings.SharedSettings;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.storage.UserStorageProviderFactory;

final class RestUserPoolProviderFactoryTest {

  private final RestUserPoolProviderFactory factory = new RestUserPoolProviderFactory();

  @Test
  void isFoundByKeycloakUnderItsName() {
    assertThat(ServiceLoader.load(UserStorageProviderFactory.class))
        .hasOnlyElementsOfType(RestUserPoolProviderFactory.class)
        .hasSize(1);
    assertThat(factory.getId()).isEqualTo("rest-user-pool");
  }

  @Test
  void offersItsOwnSettingsBeforeTheSharedOnes() {
    assertThat(factory.getConfigProperties())
        .extracting(ProviderConfigProperty::getName)
        .containsExactlyElementsOf(
            Stream.of(RestProperties.all(), SharedSettings.properties())
                .flatMap(form -> form.stream().map(ProviderConfigProperty::getName))
                .toList())
        .doesNotHaveDuplicates();
  }
}
