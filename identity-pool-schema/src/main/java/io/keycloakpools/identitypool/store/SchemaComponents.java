package io.keycloakpools.identitypool.store;

import io.keycloakpools.common.reference.ComponentEvent;
import io.keycloakpools.common.reference.ReferenceKind;
import io.keycloakpools.common.text.AdminTexts;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The components with schemas. Keycloak's {@code /components} does not show them ({@code
 * isInternal}), because only {@code /identity-schemas} counts the users that a change fails.
 */
public final class SchemaComponents implements IdentitySchemaProviderFactory {

  static final String ID = "identity-schema";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public String getHelpText() {
    return "JSON Schema of the users of identity pools";
  }

  @Override
  public boolean isInternal() {
    return true;
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return ProviderConfigurationBuilder.create()
        .property(
            IdentitySchemas.KIND,
            "Kind",
            "payload or metadata",
            ProviderConfigProperty.STRING_TYPE,
            null,
            null)
        .property(
            IdentitySchemas.TEXT,
            "Schema",
            "JSON Schema 2020-12",
            ProviderConfigProperty.TEXT_TYPE,
            null,
            null)
        .property(
            IdentitySchemas.VERSION,
            "Version",
            "Counts the changes",
            ProviderConfigProperty.INTEGER_TYPE,
            1,
            null)
        .build();
  }

  @Override
  public void validateConfiguration(
      KeycloakSession session, RealmModel realm, ComponentModel model) {
    AdminTexts texts = AdminTexts.of(session);
    IdentitySchemas schemas = new IdentitySchemas(realm);
    new SchemaRules(schemas)
        .problem(SchemaDraft.of(model, schemas))
        .ifPresent(
            problem -> {
              throw AdminTexts.refused(problem.text(texts));
            });
  }

  @Override
  public void onUpdate(
      KeycloakSession session, RealmModel realm, ComponentModel before, ComponentModel after) {
    ComponentEvent.saved(session, realm, ReferenceKind.IDENTITY_SCHEMA, before, after);
  }

  @Override
  public void preRemove(KeycloakSession session, RealmModel realm, ComponentModel model) {
    ComponentEvent.removed(session, realm, ReferenceKind.IDENTITY_SCHEMA, model);
  }

  @Override
  public IdentitySchemaProvider create(KeycloakSession session, ComponentModel model) {
    return new IdentitySchemaProvider() {};
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void postInit(KeycloakSessionFactory factory) {}

  @Override
  public void close() {}
}
