package io.keycloakpools.identitypool.pool;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.text.AdminTexts;
import io.keycloakpools.identitypool.settings.PoolSettings;
import io.keycloakpools.identitypool.settings.SettingTexts;
import io.keycloakpools.identitypool.store.CompiledSchema;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.identitypool.store.StoredSchema;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Saving validates a pool, but an import may lack a schema, and a later version may refuse an
 * earlier setting. Such a pool is closed and says why; everything else goes on.
 */
record PoolReading(KeycloakSession session, RealmModel realm) {

  private static final Logger LOG = Logger.getLogger(PoolReading.class);

  private static final int MOST_LOGGED = 1000;

  /** The last logged problem by pool id, because a pool is read at every sign-in. */
  private static final Map<String, String> LOGGED = new ConcurrentHashMap<>();

  IdentityPool of(ComponentModel model) {
    PoolSettings settings;
    try {
      settings = PoolSettings.of(model);
    } catch (InvalidSettingException e) {
      return closed(model, PoolSettings.unreadable(), e);
    }
    IdentityPoolReferences references = new IdentityPoolReferences(session, realm);
    try {
      IdentityPool pool =
          new IdentityPool(
              model.getId(),
              model.getName(),
              settings,
              schema(
                  PoolSettings.PAYLOAD_SCHEMA,
                  settings.payloadSchema(),
                  references.payloadSchema(model)),
              schema(
                  PoolSettings.METADATA_SCHEMA,
                  settings.metadataSchema(),
                  references.metadataSchema(model)),
              Optional.empty());
      LOGGED.remove(model.getId());
      return pool;
    } catch (InvalidSettingException e) {
      return closed(model, settings, e);
    }
  }

  private CompiledSchema schema(Setting<String> setting, String name, Optional<String> present) {
    try {
      return present.flatMap(schemas()::compiled).orElseThrow(() -> missing(setting, name));
    } catch (IllegalStateException e) {
      throw setting.invalid("identityPoolSettingUnsoundSchema", name);
    }
  }

  private InvalidSettingException missing(Setting<String> setting, String name) {
    String possible =
        schemas().all().stream().map(StoredSchema::name).collect(Collectors.joining(", "));
    return setting.invalid("identityPoolSettingNoSchema", name, possible);
  }

  private IdentitySchemas schemas() {
    return new IdentitySchemas(realm);
  }

  private IdentityPool closed(
      ComponentModel model, PoolSettings settings, InvalidSettingException problem) {
    logOnce(model, problem);
    return new IdentityPool(
        model.getId(),
        model.getName(),
        settings,
        schemas().compiled(IdentitySchemas.DEFAULT_PAYLOAD).orElseThrow(),
        schemas().compiled(IdentitySchemas.DEFAULT_METADATA).orElseThrow(),
        Optional.of(problem));
  }

  private void logOnce(ComponentModel model, InvalidSettingException problem) {
    if (LOGGED.size() >= MOST_LOGGED) {
      LOGGED.clear();
    }
    if (!problem.getMessage().equals(LOGGED.put(model.getId(), problem.getMessage()))) {
      LOG.errorf(
          "Identity pool %s of realm %s cannot be used, and is closed until it is mended. %s",
          model.getName(), realm.getName(), SettingTexts.text(AdminTexts.inEnglish(), problem));
    }
  }
}
