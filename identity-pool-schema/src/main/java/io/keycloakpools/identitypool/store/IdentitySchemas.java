package io.keycloakpools.identitypool.store;

import io.keycloakpools.common.Word;
import io.keycloakpools.common.reference.SharedComponents;
import io.keycloakpools.identitypool.lint.RealmSwitches;
import io.keycloakpools.identitypool.lint.SchemaFinding;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

public record IdentitySchemas(RealmModel realm) {

  public static final String DEFAULT_PAYLOAD = SharedComponents.DEFAULT_PAYLOAD;

  public static final String DEFAULT_METADATA = SharedComponents.DEFAULT_METADATA;

  static final String KIND = "kind";
  static final String TEXT = "schema";
  static final String VERSION = "version";

  static final String DRAFT = "keycloakpools.draft";

  private static final String COMPILED = "keycloakpools.compiled";

  private static final class Defaults {
    static final Map<SchemaKind, KeptSchema> OF =
        defaults()
            .collect(
                Collectors.toMap(
                    StoredSchema::kind, each -> KeptSchema.of(each, RealmSwitches.OFF)));
  }

  public List<StoredSchema> all() {
    return Stream.concat(
            defaults(),
            components()
                .map(IdentitySchemas::stored)
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name())))
        .toList();
  }

  /** The id of a default schema is its name. */
  public Optional<StoredSchema> byId(String id) {
    return all().stream().filter(schema -> schema.id().equals(id)).findFirst();
  }

  public Optional<StoredSchema> byName(String name) {
    return all().stream().filter(schema -> schema.name().equalsIgnoreCase(name)).findFirst();
  }

  public Optional<CompiledSchema> compiled(String name) {
    return component(name)
        .map(this::kept)
        .or(
            () ->
                defaults()
                    .filter(schema -> schema.name().equalsIgnoreCase(name))
                    .findFirst()
                    .map(schema -> Defaults.OF.get(schema.kind())))
        .map(KeptSchema::sound);
  }

  public List<SchemaFinding> findings(StoredSchema schema) {
    return component(schema.name())
        .map(this::kept)
        .orElseGet(() -> Defaults.OF.get(schema.kind()))
        .compilation()
        .findings();
  }

  RealmSwitches switches() {
    return new RealmSwitches(
        realm.isRegistrationEmailAsUsername(), realm.isInternationalizationEnabled());
  }

  public StoredSchema create(SchemaDraft draft) {
    ComponentModel model = new ComponentModel();
    model.setName(draft.name());
    model.setProviderType(IdentitySchemaProvider.class.getName());
    model.setProviderId(SchemaComponents.ID);
    model.setParentId(realm.getId());
    model.put(KIND, Word.of(draft.kind().orElseThrow()));
    model.put(TEXT, draft.text());
    model.put(VERSION, 1);
    model.setNote(DRAFT, draft);
    return stored(realm.addComponentModel(model));
  }

  public StoredSchema change(String id, SchemaDraft draft) {
    ComponentModel model = new ComponentModel(realm.getComponent(id));
    model.put(TEXT, draft.text());
    model.setNote(DRAFT, draft);
    model.put(VERSION, model.get(VERSION, 1) + 1);
    realm.updateComponent(model);
    return stored(model);
  }

  public void delete(String id) {
    realm.removeComponent(realm.getComponent(id));
  }

  Optional<ComponentModel> component(String name) {
    return components().filter(model -> name.equalsIgnoreCase(model.getName())).findFirst();
  }

  Stream<ComponentModel> components() {
    return realm.getComponentsStream(realm.getId(), IdentitySchemaProvider.class.getName());
  }

  static StoredSchema stored(ComponentModel model) {
    return new StoredSchema(
        model.getId(),
        model.getName(),
        kind(model).orElseThrow(() -> new IllegalStateException("No kind: " + model.getName())),
        model.get(TEXT, ""),
        model.get(VERSION, 1),
        StoredSchema.Origin.STORED);
  }

  static Optional<SchemaKind> kind(ComponentModel model) {
    return kind(model.get(KIND, ""));
  }

  public static Optional<SchemaKind> kind(String word) {
    return Arrays.stream(SchemaKind.values())
        .filter(kind -> Word.of(kind).equals(word))
        .findFirst();
  }

  private static Stream<StoredSchema> defaults() {
    return Arrays.stream(SchemaKind.values()).map(StoredSchema::defaultOf);
  }

  /**
   * Keycloak caches components on each node, evicts them when they change anywhere, and offers
   * notes on them, as its own user profile uses ({@code DeclarativeUserProfileProvider}).
   */
  private KeptSchema kept(ComponentModel model) {
    StoredSchema stored = stored(model);
    KeptSchema kept = model.getNote(COMPILED);
    if (kept != null && kept.isOf(stored, switches())) {
      return kept;
    }
    KeptSchema fresh = KeptSchema.of(stored, switches());
    model.setNote(COMPILED, fresh);
    return fresh;
  }
}
