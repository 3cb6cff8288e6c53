package io.keycloakpools.identitypool.federation;

import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.members.PoolImpact;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.schema.SchemaImpact;
import io.keycloakpools.identitypool.settings.PoolSettings;
import io.keycloakpools.identitypool.store.CompiledSchema;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

public final class PoolSchemaChange {

  private static final String ACCEPTED = "keycloakpools.acceptedSchemaChange";

  private record SchemaSetting(Setting<String> setting, String present, String next) {
    boolean changes() {
      return !present.equalsIgnoreCase(next);
    }
  }

  private final KeycloakSession session;
  private final RealmModel realm;
  private final String poolId;
  private final List<SchemaSetting> changed;

  private PoolSchemaChange(
      KeycloakSession session, RealmModel realm, ComponentModel present, ComponentModel next) {
    this.session = session;
    this.realm = realm;
    this.poolId = present.getId();
    Settings before = Settings.of(present.getConfig());
    Settings after = Settings.of(next.getConfig());
    this.changed =
        Stream.of(PoolSettings.PAYLOAD_SCHEMA, PoolSettings.METADATA_SCHEMA)
            .map(each -> new SchemaSetting(each, before.get(each), after.get(each)))
            .filter(SchemaSetting::changes)
            .toList();
  }

  /**
   * The change between the stored and the new settings.
   *
   * @return empty for a new pool
   */
  public static Optional<PoolSchemaChange> of(
      KeycloakSession session, RealmModel realm, ComponentModel next) {
    return Optional.ofNullable(next.getId())
        .flatMap(IdentityPools.of(session, realm)::component)
        .map(present -> new PoolSchemaChange(session, realm, present, next));
  }

  public SchemaImpact impact() {
    return new PoolImpact(
            session, realm, codecs(SchemaSetting::present), codecs(SchemaSetting::next))
        .on(changed.isEmpty() ? List.of() : List.of(poolId));
  }

  private List<AttributeCodec> codecs(Function<SchemaSetting, String> name) {
    IdentitySchemas schemas = new IdentitySchemas(realm);
    return changed.stream()
        .map(name)
        .flatMap(each -> schemas.compiled(each).stream())
        .map(CompiledSchema::codec)
        .toList();
  }

  public void requireNobodyFails(SchemaImpact impact) {
    if (impact.newlyFailing() > 0) {
      throw changed
          .get(0)
          .setting()
          .invalid(
              "identityPoolSettingFailing",
              String.valueOf(impact.newlyFailing()),
              String.valueOf(impact.examined()));
    }
  }

  public void accept() {
    session.setAttribute(ACCEPTED, poolId);
  }

  void check() {
    if (!poolId.equals(session.getAttribute(ACCEPTED, String.class))) {
      requireNobodyFails(impact());
    }
  }
}
