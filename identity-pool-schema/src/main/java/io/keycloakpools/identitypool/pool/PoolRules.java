package io.keycloakpools.identitypool.pool;

import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.identitypool.store.StoredSchema;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** What a pool has to be like to be saved. */
public record PoolRules(KeycloakSession session, RealmModel realm) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?: +[A-Za-z0-9]+)*");
  private static final int LONGEST_NAME = 100;

  /**
   * Checks a pool.
   *
   * @throws InvalidPoolSettingException with the first thing that is wrong
   */
  public void check(ComponentModel model) {
    name(model);
    PoolSettings settings = IdentityPools.settings(model);
    if (!isImported(model)) {
      schema(PoolSettings.PAYLOAD_SCHEMA, settings.payloadSchema(), SchemaKind.PAYLOAD);
      schema(PoolSettings.METADATA_SCHEMA, settings.metadataSchema(), SchemaKind.METADATA);
      apart(settings);
    }
    settings.passwordHashing().ifPresent(this::hashing);
    settings.group().ifPresent(this::group);
    settings.clients().forEach(client -> client(model, settings, client));
    settings.admittedRole().ifPresent(this::admittedRole);
  }

  /** An import brings the id along, and may bring the schemas after the pools. */
  private boolean isImported(ComponentModel model) {
    return model.getId() != null && realm.getComponent(model.getId()) == null;
  }

  private void name(ComponentModel model) {
    String name = Optional.ofNullable(model.getName()).orElse("");
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw new InvalidPoolSettingException(
          "name", "identityPoolSettingName", String.valueOf(LONGEST_NAME));
    }
    if (others(model).stream().anyMatch(other -> other.getName().equalsIgnoreCase(name))) {
      throw new InvalidPoolSettingException("name", "identityPoolSettingTaken", name);
    }
  }

  private void schema(String setting, String name, SchemaKind kind) {
    IdentitySchemas schemas = new IdentitySchemas(realm);
    if (schemas.byName(name).filter(schema -> schema.kind() == kind).isEmpty()) {
      List<String> possible =
          schemas.all().stream()
              .filter(schema -> schema.kind() == kind)
              .map(StoredSchema::name)
              .toList();
      throw new InvalidPoolSettingException(
          setting, "identityPoolSettingNoSchema", name, String.join(", ", possible));
    }
  }

  /** Or nobody could say who writes a field. */
  private void apart(PoolSettings settings) {
    IdentitySchemas schemas = new IdentitySchemas(realm);
    AttributeCodec payload = schemas.compiled(settings.payloadSchema()).orElseThrow().codec();
    AttributeCodec metadata = schemas.compiled(settings.metadataSchema()).orElseThrow().codec();
    payload.shared(metadata).stream()
        .findFirst()
        .ifPresent(
            field -> {
              throw new InvalidPoolSettingException(
                  PoolSettings.METADATA_SCHEMA, "identityPoolSettingSharedField", field);
            });
  }

  private void hashing(String id) {
    if (session.getKeycloakSessionFactory().getProviderFactory(PasswordHashProvider.class, id)
        == null) {
      throw new InvalidPoolSettingException(
          PoolSettings.PASSWORD_HASHING, "identityPoolSettingNoHashing", id);
    }
  }

  private void group(String path) {
    if (new Membership(session, realm).group(path).isEmpty()) {
      throw new InvalidPoolSettingException(PoolSettings.GROUP, "identityPoolSettingNoGroup", path);
    }
  }

  private void admittedRole(String name) {
    RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
    if (realm.getRole(name) == null) {
      throw new InvalidPoolSettingException(
          PoolSettings.ADMITTED_ROLE,
          role == null ? "identityPoolSettingNoRole" : "identityPoolSettingClientRole",
          name);
    }
    if (AdmittedRole.named(realm, name).isEmpty()) {
      throw new InvalidPoolSettingException(
          PoolSettings.ADMITTED_ROLE, "identityPoolSettingEverybodysRole", name);
    }
  }

  /** Who registers at an application joins one pool, so one at most may be open there. */
  private void client(ComponentModel model, PoolSettings settings, String clientId) {
    if (realm.getClientByClientId(clientId) == null) {
      throw new InvalidPoolSettingException(
          PoolSettings.CLIENTS, "identityPoolSettingNoClient", clientId);
    }
    if (settings.publicRegistrationAllowed()) {
      others(model).stream()
          .filter(other -> SettingsReader.of(other).registersAt(clientId))
          .findFirst()
          .ifPresent(
              other -> {
                throw new InvalidPoolSettingException(
                    PoolSettings.CLIENTS,
                    "identityPoolSettingRegistersThere",
                    clientId,
                    other.getName());
              });
    }
  }

  private List<ComponentModel> others(ComponentModel model) {
    return IdentityPools.of(session, realm)
        .components()
        .filter(other -> !other.getId().equals(model.getId()))
        .toList();
  }
}
