package io.keycloakpools.userstorage;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * Keycloak's organizations, by alias. Members are added unmanaged: a managed member falls with its
 * organization.
 */
record Tenants(KeycloakSession session) {

  boolean exists(String alias) {
    return organization(alias).isPresent();
  }

  void join(UserModel user, String alias) {
    OrganizationModel organization =
        organization(alias).orElseGet(() -> provider().create(alias, alias));
    provider().addMember(organization, user);
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
