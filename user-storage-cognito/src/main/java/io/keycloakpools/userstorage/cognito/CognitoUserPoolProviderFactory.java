package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.UserPoolProviderFactory;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.settings.SharedSettings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

public final class CognitoUserPoolProviderFactory extends UserPoolProviderFactory {

  private ServerCredentials serverCredentials = new ServerCredentials(Set.of());

  @Override
  protected void configure(Config.Scope config) {
    serverCredentials = ServerCredentials.of(config);
  }

  @Override
  protected void permit(RealmModel realm, Settings settings) {
    serverCredentials.permit(realm, CognitoSettings.read(settings));
  }

  @Override
  public String getId() {
    return "cognito-user-pool";
  }

  @Override
  public String getHelpText() {
    return "Users of an Amazon Cognito user pool sign in with the password they have there.";
  }

  @Override
  protected List<ProviderConfigProperty> directoryProperties() {
    return CognitoProperties.all();
  }

  /** Cognito's groups are roles here. */
  @Override
  protected Set<String> withoutEffect() {
    return Set.of(SharedSettings.GROUP_MAPPINGS.key());
  }

  @Override
  protected Directory open(
      KeycloakSession session, Settings settings, UserPoolConfig config, Executor executor) {
    CognitoSettings cognito = CognitoSettings.read(settings);
    return new CognitoDirectory(
        cognito, CognitoClients.open(cognito), config.requestTimeout(), executor);
  }
}
