package io.keycloakpools.identitypool.pool;

import io.keycloakpools.common.reference.Broken;
import io.keycloakpools.common.reference.ComponentReferences;
import io.keycloakpools.common.reference.RealmTargets;
import io.keycloakpools.common.reference.ReferenceKind;
import io.keycloakpools.common.reference.ReferenceSetting;
import io.keycloakpools.common.reference.References;
import io.keycloakpools.common.reference.Target;
import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.common.text.AdminTexts;
import io.keycloakpools.identitypool.settings.PoolSettings;
import io.keycloakpools.identitypool.settings.SettingTexts;
import java.util.List;
import java.util.Optional;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

public record IdentityPoolReferences(KeycloakSession session, RealmModel realm) {

  private static final ReferenceSetting CLIENTS =
      ReferenceSetting.names(PoolSettings.CLIENTS.key(), ReferenceKind.CLIENT);
  private static final ReferenceSetting GROUP =
      ReferenceSetting.names(PoolSettings.GROUP.key(), ReferenceKind.GROUP);
  private static final ReferenceSetting ADMITTED_ROLE =
      ReferenceSetting.names(PoolSettings.ADMITTED_ROLE.key(), ReferenceKind.REALM_ROLE);
  private static final ReferenceSetting PAYLOAD_SCHEMA =
      ReferenceSetting.names(PoolSettings.PAYLOAD_SCHEMA.key(), ReferenceKind.IDENTITY_SCHEMA);
  private static final ReferenceSetting METADATA_SCHEMA =
      ReferenceSetting.names(PoolSettings.METADATA_SCHEMA.key(), ReferenceKind.IDENTITY_SCHEMA);

  public static final List<ReferenceSetting> SETTINGS =
      List.of(CLIENTS, GROUP, ADMITTED_ROLE, PAYLOAD_SCHEMA, METADATA_SCHEMA);

  /**
   * A reference to something that is gone.
   *
   * @param name as in the setting; empty if it was lost
   * @param text the consequence, and what to do
   */
  public record Problem(String field, String name, String text) {}

  public static References of(ComponentModel pool) {
    return References.of(pool.getConfig().get(References.KEY));
  }

  public boolean serves(ComponentModel pool, ClientModel client) {
    return of(pool)
        .meanClient(
            CLIENTS.key(),
            CLIENTS.in(pool.getConfig()),
            RealmTargets.target(client),
            id -> realm.getClientById(id) != null);
  }

  /**
   * Whether a lost reference of a pool may have been to an application; never to Keycloak's own.
   */
  boolean mayServe(ComponentModel pool, ClientModel client) {
    return of(pool).lost(CLIENTS.key()) && !Constants.defaultClients.contains(client.getClientId());
  }

  Optional<String> payloadSchema(ComponentModel pool) {
    return schema(pool, PAYLOAD_SCHEMA, PoolSettings.PAYLOAD_SCHEMA);
  }

  Optional<String> metadataSchema(ComponentModel pool) {
    return schema(pool, METADATA_SCHEMA, PoolSettings.METADATA_SCHEMA);
  }

  private Optional<String> schema(
      ComponentModel pool, ReferenceSetting setting, Setting<String> name) {
    String named = Settings.of(pool.getConfig()).get(name);
    return of(pool)
        .find(setting.key(), setting.kind(), named, new RealmTargets(session, realm))
        .map(Target::name);
  }

  public List<ClientModel> clients(ComponentModel next) {
    return components().meant(next, CLIENTS).stream()
        .map(target -> realm.getClientById(target.id()))
        .toList();
  }

  /**
   * The role by which a pool admits users of no pool.
   *
   * @return empty if there is none, if it is gone, or if everybody has it by now
   */
  Optional<RoleModel> admittedRole(ComponentModel pool) {
    return ADMITTED_ROLE.in(pool.getConfig()).stream()
        .findFirst()
        .flatMap(
            name ->
                of(pool)
                    .find(
                        ADMITTED_ROLE.key(),
                        ADMITTED_ROLE.kind(),
                        name,
                        new RealmTargets(session, realm)))
        .map(target -> realm.getRoleById(target.id()))
        .filter(role -> !AdmittedRole.everybodyHas(realm, role));
  }

  public Optional<RoleModel> meantRole(ComponentModel next) {
    return components().meant(next, ADMITTED_ROLE).stream()
        .map(target -> realm.getRoleById(target.id()))
        .findFirst();
  }

  public List<Broken> unknown(ComponentModel next) {
    return components().unknown(next);
  }

  public void keep(ComponentModel next) {
    components().keep(next);
  }

  public ComponentModel shown(ComponentModel pool) {
    return components().shown(pool);
  }

  public List<Problem> problems(ComponentModel pool, AdminTexts texts) {
    return components().broken(pool).stream()
        .map(
            broken ->
                new Problem(
                    broken.setting().key(),
                    broken.name(),
                    SettingTexts.text(
                        texts,
                        broken.setting().key(),
                        broken.messageKey(),
                        List.of(broken.name()))))
        .toList();
  }

  private ComponentReferences components() {
    return new ComponentReferences(session, realm, SETTINGS);
  }
}
