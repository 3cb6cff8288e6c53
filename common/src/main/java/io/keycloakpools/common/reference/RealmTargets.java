package io.keycloakpools.common.reference;

import java.util.Optional;
import java.util.function.Function;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

public record RealmTargets(KeycloakSession session, RealmModel realm) implements Targets {

  @Override
  public Optional<Target> byId(ReferenceKind kind, String id) {
    if (id.isEmpty()) {
      return Optional.empty();
    }
    return switch (kind) {
      case CLIENT -> client(realm.getClientById(id));
      case GROUP -> group(realm.getGroupById(id));
      case REALM_ROLE -> role(realm.getRoleById(id)).filter(role -> realmRole(id));
      case ROLE -> role(realm.getRoleById(id));
      case IDENTITY_POOL ->
          Optional.ofNullable(realm.getComponent(id))
              .filter(SharedComponents::isIdentityPool)
              .map(RealmTargets::component);
      case IDENTITY_SCHEMA ->
          SharedComponents.isDefaultSchema(id)
              ? Optional.of(new Target(id, id))
              : Optional.ofNullable(realm.getComponent(id))
                  .filter(SharedComponents::isSchema)
                  .map(RealmTargets::component);
      case IDENTITY_PROVIDER -> provider(providers -> providers.getById(id));
    };
  }

  @Override
  public Optional<Target> byName(ReferenceKind kind, String name) {
    return switch (kind) {
      case CLIENT -> client(realm.getClientByClientId(name));
      case GROUP -> group(groupByPath(name));
      case REALM_ROLE -> role(realm.getRole(name));
      case ROLE -> role(realm.getRole(name)).or(() -> clientRole(name));
      case IDENTITY_POOL -> SharedComponents.identityPool(realm, name).map(RealmTargets::component);
      case IDENTITY_SCHEMA ->
          SharedComponents.defaultSchema(name)
              .map(each -> new Target(each, each))
              .or(() -> SharedComponents.schema(realm, name).map(RealmTargets::component));
      case IDENTITY_PROVIDER -> provider(providers -> providers.getByAlias(name));
    };
  }

  /**
   * With fine-grained permissions, Keycloak's searches by name omit groups that the admin may not
   * see.
   */
  private GroupModel groupByPath(String path) {
    return AdminPermissionsSchema.runWithoutAuthorization(
        session, () -> KeycloakModelUtils.findGroupByPath(session, realm, path));
  }

  private boolean realmRole(String id) {
    return !realm.getRoleById(id).isClientRole();
  }

  private Optional<Target> clientRole(String words) {
    return RoleName.possible(words).stream()
        .flatMap(name -> Optional.ofNullable(clientRole(name)).stream())
        .findFirst()
        .flatMap(RealmTargets::role);
  }

  private RoleModel clientRole(RoleName name) {
    ClientModel client = realm.getClientByClientId(name.client());
    return client == null ? null : client.getRole(name.role());
  }

  public static Target target(ClientModel client) {
    return new Target(client.getId(), client.getClientId());
  }

  private static Optional<Target> client(ClientModel client) {
    return Optional.ofNullable(client).map(RealmTargets::target);
  }

  private static Optional<Target> group(GroupModel group) {
    return Optional.ofNullable(group)
        .map(found -> new Target(found.getId(), KeycloakModelUtils.buildGroupPath(found)));
  }

  private static Optional<Target> role(RoleModel role) {
    return Optional.ofNullable(role)
        .map(
            found ->
                new Target(
                    found.getId(),
                    found.getContainer() instanceof ClientModel client
                        ? client.getClientId() + "/" + found.getName()
                        : found.getName()));
  }

  /** Keycloak searches the realm of the session, which is null when the server starts. */
  private Optional<Target> provider(
      Function<IdentityProviderStorageProvider, IdentityProviderModel> search) {
    RealmModel context = session.getContext().getRealm();
    session.getContext().setRealm(realm);
    try {
      return Optional.ofNullable(search.apply(session.identityProviders()))
          .map(found -> new Target(found.getInternalId(), found.getAlias()));
    } finally {
      session.getContext().setRealm(context);
    }
  }

  private static Target component(ComponentModel component) {
    return new Target(component.getId(), component.getName());
  }
}
