package io.keycloakpools.identitypool.admin;

import io.keycloakpools.common.rest.AdminErrors;
import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.members.PoolImpact;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.pool.IdentityPools;
import io.keycloakpools.identitypool.pool.SchemaUse;
import io.keycloakpools.identitypool.schema.FieldChange;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaImpact;
import io.keycloakpools.identitypool.store.CompiledSchema;
import io.keycloakpools.identitypool.store.IdentitySchemas;
import io.keycloakpools.identitypool.store.SchemaDraft;
import io.keycloakpools.identitypool.store.StoredSchema;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.cluster.ExecutionResult;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Counts the effect of a schema change, then saves it, one admin at a time. */
record SchemaUpdate(
    KeycloakSession session, AdminErrors errors, StoredSchema present, SchemaDraft next) {

  private static final int LONGEST_SAVE_SECONDS = 60;

  void requireFresh() {
    if (next.version() != present.version()) {
      throw stale(present.version());
    }
  }

  /** The writers of a field in both schemas would be ambiguous. */
  void requireApart() {
    AttributeCodec codec = AttributeCodec.of(next.compilation().schema().orElseThrow());
    IdentityPools pools = IdentityPools.of(session);
    for (String id : new SchemaUse(pools).ids(present.name())) {
      IdentityPool pool = pools.byId(id).orElseThrow();
      CompiledSchema other =
          switch (present.kind()) {
            case PAYLOAD -> pool.metadata();
            case METADATA -> pool.payload();
          };
      codec.shared(other.codec()).stream()
          .findFirst()
          .ifPresent(
              field -> {
                throw errors.refused(
                    Response.Status.CONFLICT,
                    "identityAdminSharedField",
                    field,
                    other.name(),
                    pool.name());
              });
    }
  }

  SchemaView.ChangeResult count() {
    IdentitySchema after = next.compilation().schema().orElseThrow();
    RealmModel realm = session.getContext().getRealm();
    CompiledSchema before = new IdentitySchemas(realm).compiled(present.name()).orElseThrow();
    SchemaImpact impact =
        new PoolImpact(session, realm, List.of(before.codec()), List.of(AttributeCodec.of(after)))
            .on(new SchemaUse(IdentityPools.of(session)).ids(present.name()));
    return new SchemaView.ChangeResult(
        false,
        present.version(),
        SchemaView.differences(FieldChange.between(before.schema(), after)),
        SchemaView.findings(next.compilation().findings(), errors.texts()),
        SchemaView.impact(impact, errors.texts()));
  }

  void requireNobodyFails(SchemaView.Impact impact) {
    if (impact.newlyFailing() > 0) {
      throw errors.refused(
          Response.Status.CONFLICT,
          "identityAdminFailing",
          String.valueOf(impact.newlyFailing()),
          String.valueOf(impact.examined()));
    }
  }

  /** Saves, unless another admin has saved in the meantime, or does so now. */
  StoredSchema save() {
    String realmId = session.getContext().getRealm().getId();
    ExecutionResult<StoredSchema> result =
        session
            .getProvider(ClusterProvider.class)
            .executeIfNotExecuted(
                "identity-schema::" + present.id(),
                LONGEST_SAVE_SECONDS,
                () ->
                    KeycloakModelUtils.runJobInTransactionWithResult(
                        session.getKeycloakSessionFactory(), inner -> saveFresh(inner, realmId)));
    if (!result.isExecuted()) {
      throw stale(present.version());
    }
    return result.getResult();
  }

  StoredSchema saveFresh(KeycloakSession inner, String realmId) {
    RealmModel realm = inner.realms().getRealm(realmId);
    inner.getContext().setRealm(realm);
    IdentitySchemas schemas = new IdentitySchemas(realm);
    int version = schemas.byId(present.id()).map(StoredSchema::version).orElse(0);
    if (version != next.version()) {
      throw stale(version);
    }
    return schemas.change(present.id(), next);
  }

  private RuntimeException stale(int version) {
    return errors.refused(
        Response.Status.CONFLICT,
        "identityAdminStale",
        String.valueOf(next.version()),
        String.valueOf(version));
  }
}
