package io.keycloakpools.userstorage.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.settings.SharedSettings;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.storage.UserStorageProviderFactory;

final class Auth0UserPoolProviderFactoryTest {

  private final Auth0UserPoolProviderFactory factory = new Auth0UserPoolProviderFactory();

  @Test
  void isFoundByKeycloakUnderItsName() {
    assertThat(ServiceLoader.load(UserStorageProviderFactory.class))
        .hasOnlyElementsOfType(Auth0UserPoolProviderFactory.class)
        .hasSize(1);
    assertThat(factory.getId()).isEqualTo("auth0-user-pool");
  }

  private static final List<String> WITHOUT_EFFECT = List.of("groupMappings", "temporaryPasswords");

  @Test
  void saysWhatItIsFor() {
    assertThat(factory.getHelpText()).contains("Auth0").endsWith(".");
  }

  @Test
  void offersItsOwnSettingsBeforeTheSharedOnes() {
    assertThat(factory.getConfigProperties())
        .extracting(ProviderConfigProperty::getName)
        .containsExactlyElementsOf(
            Stream.of(Auth0Properties.all(), SharedSettings.properties())
                .flatMap(form -> form.stream().map(ProviderConfigProperty::getName))
                .filter(name -> !WITHOUT_EFFECT.contains(name))
                .toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsButDoesNotOfferWhatHasNoEffect() {
    assertThat(factory.getCommonProviderConfigProperties())
        .extracting(ProviderConfigProperty::getName)
        .containsAll(WITHOUT_EFFECT);
  }
}
