package io.keycloakpools.userstorage.pool;

import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.common.reference.RealmTargets;
import io.keycloakpools.common.reference.ReferenceKind;
import io.keycloakpools.common.reference.ReferenceSetting;
import io.keycloakpools.common.reference.References;
import io.keycloakpools.common.reference.Target;
import io.keycloakpools.userstorage.rules.IdentityMapping;
import io.keycloakpools.userstorage.settings.SharedSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds the targets of a pool's settings by ids that never change. Organizations are found by
 * alias, which never changes either ({@code OrganizationAdapter.setAlias}), and may be created
 * under it.
 */
public record PoolReferences(KeycloakSession session, RealmModel realm, References references) {

  private static final ReferenceSetting CLIENTS =
      ReferenceSetting.names(SharedSettings.CLIENTS.key(), ReferenceKind.CLIENT);
  private static final ReferenceSetting GROUP =
      ReferenceSetting.names(SharedSettings.GROUP.key(), ReferenceKind.GROUP);
  private static final ReferenceSetting GROUP_MAPPINGS =
      ReferenceSetting.map(SharedSettings.GROUP_MAPPINGS.key(), ReferenceKind.GROUP);
  private static final ReferenceSetting ROLE_MAPPINGS =
      ReferenceSetting.map(SharedSettings.ROLE_MAPPINGS.key(), ReferenceKind.ROLE);
  private static final ReferenceSetting IDENTITY_PROVIDER_MAPPINGS =
      ReferenceSetting.map(
          SharedSettings.IDENTITY_PROVIDER_MAPPINGS.key(), ReferenceKind.IDENTITY_PROVIDER);

  public static final ReferenceSetting IDENTITY_POOL =
      ReferenceSetting.names(SharedSettings.IDENTITY_POOL.key(), ReferenceKind.IDENTITY_POOL);
  public static final List<ReferenceSetting> SETTINGS =
      List.of(
          CLIENTS, GROUP, GROUP_MAPPINGS, ROLE_MAPPINGS, IDENTITY_PROVIDER_MAPPINGS, IDENTITY_POOL);

  public static ComponentReferences all(KeycloakSession session, RealmModel realm) {
    return new ComponentReferences(session, realm, SETTINGS);
  }

  /** An empty setting means every application, unless its names were lost. */
  public boolean serve(Pool pool, ClientModel client) {
    boolean all = pool.config().clients().isEmpty() && !references.lost(CLIENTS.key());
    return all
        || references.meanClient(
            CLIENTS.key(),
            pool.config().clients(),
            RealmTargets.target(client),
            id -> realm.getClientById(id) != null);
  }

  public Optional<String> role(String words) {
    return find(ROLE_MAPPINGS, words).map(Target::id);
  }

  public Optional<String> group(String path) {
    return find(GROUP_MAPPINGS, path).map(Target::id);
  }

  public Optional<String> identityPool(String name) {
    return find(IDENTITY_POOL, name).map(Target::id);
  }

  /** Uses present aliases, and leaves out deleted identity providers. */
  public IdentityMapping present(IdentityMapping mapping) {
    Map<String, String> present = new HashMap<>();
    mapping
        .providerByConnection()
        .forEach(
            (connection, alias) ->
                find(IDENTITY_PROVIDER_MAPPINGS, alias)
                    .ifPresent(provider -> present.put(connection, provider.name())));
    return new IdentityMapping(present);
  }

  private Optional<Target> find(ReferenceSetting setting, String name) {
    return references.find(setting.key(), setting.kind(), name, new RealmTargets(session, realm));
  }
}
