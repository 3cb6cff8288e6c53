package io.keycloakpools.userstorage;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;

/**
 * Keycloak's organizations, by alias. Members are added unmanaged: a managed member falls with its
 * organization.
 */
record Tenants(KeycloakSession session) {

  /** What may stand in a URL and a scope: an alias becomes both. */
  private static final Pattern ALIAS = Pattern.compile("[\\p{L}\\p{N}._-]{1,255}");

  private static final Logger LOG = Logger.getLogger(Tenants.class);

  boolean exists(String alias) {
    return organization(alias).isPresent();
  }

  /**
   * Creates an organization if there is none, in a transaction of its own: of the first users of a
   * tenant one creates it.
   *
   * @return whether there is one now
   */
  boolean ensure(String alias) {
    if (exists(alias)) {
      return true;
    }
    if (!ALIAS.matcher(alias).matches()) {
      return false;
    }
    try {
      KeycloakModelUtils.runJobInTransaction(
          session.getKeycloakSessionFactory(),
          session.getContext(),
          own -> own.getProvider(OrganizationProvider.class).create(alias, alias));
    } catch (ModelException e) {
      LOG.warnf("Organization '%s' was not created: %s", alias, e.getMessage());
    }
    return exists(alias);
  }

  void join(UserModel user, String alias) {
    organization(alias).ifPresent(organization -> provider().addMember(organization, user));
  }

  /** Leaves an organization; a managed membership is not the pool's to end. */
  void leave(UserModel user, String alias) {
    organization(alias)
        .filter(organization -> provider().isMember(organization, user))
        .filter(organization -> !provider().isManagedMember(organization, user))
        .ifPresent(organization -> provider().removeMember(organization, user));
  }

  private Optional<OrganizationModel> organization(String alias) {
    return Optional.ofNullable(provider().getByAlias(alias));
  }

  private OrganizationProvider provider() {
    return session.getProvider(OrganizationProvider.class);
  }
}
