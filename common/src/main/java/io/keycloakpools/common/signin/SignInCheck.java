package io.keycloakpools.common.signin;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A required action that looks at each sign-in and asks the person for nothing. {@code
 * AuthenticationManager} evaluates every enabled required action of the realm before a sign-in
 * ends.
 */
public abstract class SignInCheck implements RequiredActionProvider, RequiredActionFactory {

  private final String id;
  private final String name;
  private final int priority;

  /**
   * @param name what admins read in the list of required actions
   * @param priority Keycloak's own actions begin at 10 ({@code DefaultRequiredActions})
   */
  protected SignInCheck(String id, String name, int priority) {
    this.id = id;
    this.name = name;
    this.priority = priority;
  }

  /**
   * Registers the action, enabled, in a realm that lacks it.
   *
   * @return the action as registered, which an admin may have disabled
   */
  public final RequiredActionProviderModel declare(RealmModel realm) {
    RequiredActionProviderModel present = realm.getRequiredActionProviderByAlias(id);
    if (present != null) {
      return present;
    }
    RequiredActionProviderModel action = new RequiredActionProviderModel();
    action.setAlias(id);
    action.setProviderId(id);
    action.setName(name);
    action.setEnabled(true);
    action.setPriority(priority);
    return realm.addRequiredActionProvider(action);
  }

  @Override
  public final void processAction(RequiredActionContext context) {
    requiredActionChallenge(context);
  }

  @Override
  public final String getId() {
    return id;
  }

  @Override
  public final String getDisplayText() {
    return name;
  }

  /** None: Keycloak's default is the maximum age of an authentication. */
  @Override
  public List<ProviderConfigProperty> getConfigMetadata() {
    return List.of();
  }

  @Override
  public final RequiredActionProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public final void init(Config.Scope config) {}

  @Override
  public final void postInit(KeycloakSessionFactory factory) {}

  @Override
  public final void close() {}
}
