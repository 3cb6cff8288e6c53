package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.directory.Tenant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.organization.OrganizationProvider;

/**
 * Keycloak's organizations, by alias. Members are added unmanaged: managed ones are deleted with
 * their organization.
 */
record Tenants(KeycloakSession session) {

  /** Allowed in a URL and in a scope: an alias becomes both. */
  private static final Pattern ALIAS = Pattern.compile("[\\p{L}\\p{N}._-]{1,255}");

  /** Other aliases are not looked up: no database takes every character. */
  private static final Pattern POSSIBLE = Pattern.compile("[^\\p{C}\\p{Zl}\\p{Zp}]{1,255}");

  private static final Logger LOG = Logger.getLogger(Tenants.class);

  boolean exists(String alias) {
    return organization(alias).isPresent();
  }

  Set<String> of(UserModel user) {
    return provider().stream()
        .flatMap(provider -> provider.getByMember(user))
        .map(OrganizationModel::getAlias)
        .collect(Collectors.toSet());
  }

  /**
   * Runs in its own transaction: among the first users of a tenant, one creates the organization.
   *
   * @return whether there is one now
   */
  boolean ensure(Tenant tenant) {
    String alias = tenant.id();
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
          own -> {
            OrganizationProvider provider = own.getProvider(OrganizationProvider.class);
            provider.create(freeName(provider, tenant), alias);
          });
    } catch (ModelException e) {
      LOG.warnf("Organization '%s' was not created: %s", alias, e.getMessage());
    }
    return exists(alias);
  }

  /** The alias, if another organization has the tenant's name. */
  private static String freeName(OrganizationProvider provider, Tenant tenant) {
    return tenant
        .name()
        .filter(
            name ->
                provider
                    .getAllStream(name, true, null, null)
                    .noneMatch(other -> name.equals(other.getName())))
        .orElse(tenant.id());
  }

  void join(UserModel user, String alias) {
    organization(alias)
        .ifPresent(organization -> provider().orElseThrow().addMember(organization, user));
  }

  void leave(UserModel user, String alias) {
    OrganizationProvider provider = provider().orElseThrow();
    organization(alias)
        .filter(organization -> provider.isMember(organization, user))
        .filter(organization -> !provider.isManagedMember(organization, user))
        .ifPresent(organization -> provider.removeMember(organization, user));
  }

  private Optional<OrganizationModel> organization(String alias) {
    return POSSIBLE.matcher(alias).matches()
        ? provider().map(provider -> provider.getByAlias(alias))
        : Optional.empty();
  }

  /** Empty if Keycloak runs without the feature. */
  private Optional<OrganizationProvider> provider() {
    return Optional.ofNullable(session.getProvider(OrganizationProvider.class));
  }
}
