package io.keycloakpools.identitypool.store;

import io.keycloakpools.common.reference.SharedComponents;
import io.keycloakpools.identitypool.lint.RealmSwitches;
import io.keycloakpools.identitypool.lint.SchemaFinding;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** The schemas of a realm: those that admins made, and the defaults. */
public record IdentitySchemas(RealmModel realm) {

  /** Name of the payload schema that every realm has from the start. */
  public static final String DEFAULT_PAYLOAD = SharedComponents.DEFAULT_PAYLOAD;

  /** Name of the metadata schema that every realm has from the start. */
  public static final String DEFAULT_METADATA = SharedComponents.DEFAULT_METADATA;

  static final String KIND = "kind";
  static final String TEXT = "schema";
  static final String VERSION = "version";

  /** Note on a component that is about to be stored: the {@link SchemaDraft}. */
  static final String DRAFT = "keycloakpools.draft";

  private static final String COMPILED = "keycloakpools.compiled";

  /** Compiled when first used. */
  private static final class Defaults {
    static final Map<SchemaKind, KeptSchema> OF =
        defaults()
            .collect(
                Collectors.toMap(
                    StoredSchema::kind, each -> KeptSchema.of(each, RealmSwitches.OFF)));
  }

  /** The defaults, then those that were made here, by name. */
  public List<StoredSchema> all() {
    return Stream.concat(
            defaults(),
            components()
                .map(IdentitySchemas::stored)
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name())))
        .toList();
  }

  /** The schema with that id; a default one has its name as id. */
  public Optional<StoredSchema> byId(String id) {
    return all().stream().filter(schema -> schema.id().equals(id)).findFirst();
  }

  /** The schema with that name, in any letter case. */
  public Optional<StoredSchema> byName(String name) {
    return all().stream().filter(schema -> schema.name().equalsIgnoreCase(name)).findFirst();
  }

  /** The schema with that name, ready to be used; compiled once on each node. */
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

  /** What there is to say of a schema of the realm; found once on each node. */
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

  /**
   * Stores a new schema.
   *
   * @param draft without a problem: see {@link SchemaRules}
   */
  public StoredSchema create(SchemaDraft draft) {
    ComponentModel model = new ComponentModel();
    model.setName(draft.name());
    model.setProviderType(IdentitySchemaProvider.class.getName());
    model.setProviderId(SchemaComponents.ID);
    model.setParentId(realm.getId());
    model.put(KIND, word(draft.kind().orElseThrow()));
    model.put(TEXT, draft.text());
    model.put(VERSION, 1);
    model.setNote(DRAFT, draft);
    return stored(realm.addComponentModel(model));
  }

  /** Gives a schema that was made here another text, and the next version. */
  public StoredSchema change(String id, SchemaDraft draft) {
    ComponentModel model = new ComponentModel(realm.getComponent(id));
    model.put(TEXT, draft.text());
    model.setNote(DRAFT, draft);
    model.put(VERSION, model.get(VERSION, 1) + 1);
    realm.updateComponent(model);
    return stored(model);
  }

  /** Deletes a schema that was made here. */
  public void delete(String id) {
    realm.removeComponent(realm.getComponent(id));
  }

  /** The component of a schema that was made here. */
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

  /** The kind that is called {@code payload} or {@code metadata}. */
  public static Optional<SchemaKind> kind(String word) {
    return Arrays.stream(SchemaKind.values()).filter(kind -> word(kind).equals(word)).findFirst();
  }

  private static String word(SchemaKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static Stream<StoredSchema> defaults() {
    return Arrays.stream(SchemaKind.values()).map(StoredSchema::defaultOf);
  }

  /**
   * Keycloak keeps a component in the cache of each node, drops it there when it changes anywhere,
   * and lets one keep things with it, as its own user profile does ({@code
   * DeclarativeUserProfileProvider}).
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
