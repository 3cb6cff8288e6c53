package io.keycloakpools.userstorage.rest;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.UserPoolProviderFactory;
import io.keycloakpools.userstorage.adapter.JsonCalls;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.List;
import java.util.concurrent.Executor;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;

public final class RestUserPoolProviderFactory extends UserPoolProviderFactory {

  @Override
  public String getId() {
    return "rest-user-pool";
  }

  @Override
  public String getHelpText() {
    return "Users of any system with a REST endpoint sign in with the password they have there.";
  }

  @Override
  protected List<ProviderConfigProperty> directoryProperties() {
    return RestProperties.all();
  }

  @Override
  protected Directory open(
      KeycloakSession session, Settings settings, UserPoolConfig config, Executor executor) {
    RestSettings rest = RestSettings.read(settings);
    JsonCalls calls = new JsonCalls(session.getProvider(HttpClientProvider.class).getHttpClient());
    return RestDirectory.open(rest, calls, config.requestTimeout(), executor);
  }
}
