package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.keycloak.storage.UserStorageProviderFactory;

final class CognitoUserPoolProviderFactoryTest {

  @Test
  void isFoundByKeycloakUnderItsName() {
    assertThat(ServiceLoader.load(UserStorageProviderFactory.class))
        .hasOnlyElementsOfType(CognitoUserPoolProviderFactory.class)
        .hasSize(1);
    assertThat(new CognitoUserPoolProviderFactory().getId()).isEqualTo("cognito-user-pool");
  }

  @Test
  void offersItsOwnSettingsBeforeTheSharedOnes() {
    assertThat(new CognitoUserPoolProviderFactory().getConfigProperties())
        .extracting(property -> property.getName())
        .startsWith("region", "userPoolId", "clientId", "clientSecret")
        .containsSubsequence("endpoint", "stayOrMove", "testConnection", "roleMappings");
  }

  @Test
  void keepsButDoesNotOfferWhatHasNoEffect() {
    CognitoUserPoolProviderFactory factory = new CognitoUserPoolProviderFactory();

    assertThat(factory.getConfigProperties())
        .extracting(property -> property.getName())
        .contains("temporaryPasswords")
        .doesNotContain("groupMappings", "syncAttributes", "justInTimeMigration");
    assertThat(factory.getCommonProviderConfigProperties())
        .extracting(property -> property.getName())
        .contains("groupMappings", "syncAttributes", "justInTimeMigration", "fullSyncPeriod");
  }
}
