package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.UserPoolProviderFactory;
import io.keycloakpools.userstorage.adapter.JsonCalls;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.settings.SharedSettings;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

public final class Auth0UserPoolProviderFactory extends UserPoolProviderFactory {

  @Override
  public String getId() {
    return "auth0-user-pool";
  }

  @Override
  public String getHelpText() {
    return "Users of an Auth0 database connection sign in with the password they have there.";
  }

  @Override
  protected List<ProviderConfigProperty> directoryProperties() {
    return Auth0Properties.all();
  }

  /** Auth0 has no groups besides roles and no temporary passwords. */
  @Override
  protected Set<String> withoutEffect() {
    return Set.of(SharedSettings.GROUP_MAPPINGS.key(), SharedSettings.TEMPORARY_PASSWORDS.key());
  }

  @Override
  protected Directory open(
      KeycloakSession session, Settings settings, UserPoolConfig config, Executor executor) {
    Auth0Settings auth0 = Auth0Settings.read(settings);
    JsonCalls calls = new JsonCalls(session.getProvider(HttpClientProvider.class).getHttpClient());
    return new Auth0Directory(auth0, calls, config.requestTimeout(), executor);
  }
}
