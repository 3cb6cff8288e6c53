package io.keycloakpools.identitypool.federation;

import io.keycloakpools.common.Imports;
import io.keycloakpools.common.reference.Broken;
import io.keycloakpools.common.reference.ReferenceKind;
import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.pool.AdmittedRole;
import io.keycloakpools.identitypool.pool.IdentityPoolReferences;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.settings.PoolSettings;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.identitypool.store.StoredSchema;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

public record PoolRules(KeycloakSession session, RealmModel realm) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]+(?: +[A-Za-z0-9]+)*");
  private static final int LONGEST_NAME = 100;

  private static final int MOST_NAMED = 20;

  public void check(ComponentModel model) {
    name(model);
    PoolSettings settings = PoolSettings.of(model);
    if (!Imports.isImported(realm, model)) {
      schema(PoolSettings.PAYLOAD_SCHEMA, settings.payloadSchema(), SchemaKind.PAYLOAD);
      schema(PoolSettings.METADATA_SCHEMA, settings.metadataSchema(), SchemaKind.METADATA);
      apart(settings);
    }
    settings.passwordHashing().ifPresent(this::hashing);
    settings.admittedRole().ifPresent(this::clientRole);
    references().unknown(model).forEach(this::refuse);
    if (settings.publicRegistrationAllowed()) {
      references().clients(model).forEach(client -> alone(model, client));
    }
    references().meantRole(model).ifPresent(this::everybodysRole);
  }

  private IdentityPoolReferences references() {
    return new IdentityPoolReferences(session, realm);
  }

  private void name(ComponentModel model) {
    String name = Optional.ofNullable(model.getName()).orElse("");
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw Settings.problem("name", "identityPoolSettingName", String.valueOf(LONGEST_NAME));
    }
    if (others(model).stream().anyMatch(other -> other.getName().equalsIgnoreCase(name))) {
      throw Settings.problem("name", "identityPoolSettingTaken", name);
    }
  }

  private void schema(Setting<String> setting, String name, SchemaKind kind) {
    IdentitySchemas schemas = new IdentitySchemas(realm);
    if (schemas.byName(name).filter(schema -> schema.kind() == kind).isEmpty()) {
      List<String> possible =
          schemas.all().stream()
              .filter(schema -> schema.kind() == kind)
              .map(StoredSchema::name)
              .toList();
      throw setting.invalid("identityPoolSettingNoSchema", name, String.join(", ", possible));
    }
  }

  /** Of a field in both schemas, the writers would be ambiguous. */
  private void apart(PoolSettings settings) {
    IdentitySchemas schemas = new IdentitySchemas(realm);
    AttributeCodec payload = schemas.compiled(settings.payloadSchema()).orElseThrow().codec();
    AttributeCodec metadata = schemas.compiled(settings.metadataSchema()).orElseThrow().codec();
    payload.shared(metadata).stream()
        .findFirst()
        .ifPresent(
            field -> {
              throw PoolSettings.METADATA_SCHEMA.invalid("identityPoolSettingSharedField", field);
            });
  }

  private void hashing(String id) {
    if (session.getKeycloakSessionFactory().getProviderFactory(PasswordHashProvider.class, id)
        == null) {
      throw PoolSettings.PASSWORD_HASHING.invalid("identityPoolSettingNoHashing", id);
    }
  }

  private void refuse(Broken unknown) {
    throw Settings.problem(
        unknown.setting().key(),
        messageKey(unknown.setting().kind()),
        unknown.name(),
        unknown.setting().kind() == ReferenceKind.CLIENT ? clients() : "");
  }

  private String clients() {
    List<String> some =
        realm
            .getClientsStream(0, MOST_NAMED + 1 + Constants.defaultClients.size())
            .map(ClientModel::getClientId)
            .filter(id -> !Constants.defaultClients.contains(id))
            .limit(MOST_NAMED + 1L)
            .toList();
    if (some.isEmpty()) {
      return "-";
    }
    return some.size() > MOST_NAMED
        ? String.join(", ", some.subList(0, MOST_NAMED)) + ", …"
        : String.join(", ", some);
  }

  private static String messageKey(ReferenceKind kind) {
    return switch (kind) {
      case CLIENT -> "identityPoolSettingNoClient";
      case GROUP -> "identityPoolSettingNoGroup";
      case REALM_ROLE -> "identityPoolSettingNoRole";
      default -> throw new IllegalArgumentException(kind.toString());
    };
  }

  /** The setting takes realm roles only; a client role gets an error of its own. */
  private void clientRole(String name) {
    RoleModel role = KeycloakModelUtils.getRoleFromString(session, realm, name);
    if (realm.getRole(name) == null && role != null) {
      throw PoolSettings.ADMITTED_ROLE.invalid("identityPoolSettingClientRole", name);
    }
  }

  private void everybodysRole(RoleModel role) {
    if (AdmittedRole.everybodyHas(realm, role)) {
      throw PoolSettings.ADMITTED_ROLE.invalid("identityPoolSettingEverybodysRole", role.getName());
    }
  }

  /** Registration at an application adds users to one pool, so one at most may be open there. */
  private void alone(ComponentModel model, ClientModel client) {
    others(model).stream()
        .filter(PoolRules::registers)
        .filter(other -> references().serves(other, client))
        .findFirst()
        .ifPresent(
            other -> {
              throw PoolSettings.CLIENTS.invalid(
                  "identityPoolSettingRegistersThere", client.getClientId(), other.getName());
            });
  }

  private static boolean registers(ComponentModel pool) {
    return Settings.of(pool.getConfig()).get(PoolSettings.PUBLIC_REGISTRATION_ALLOWED);
  }

  private List<ComponentModel> others(ComponentModel model) {
    return IdentityPools.of(session, realm)
        .components()
        .filter(other -> !other.getId().equals(model.getId()))
        .toList();
  }
}
