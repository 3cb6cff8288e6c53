package io.keycloakpools.identitypool.store;

import io.keycloakpools.identitypool.lint.Compilation;
import io.keycloakpools.identitypool.lint.SchemaCompiler;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.util.Optional;
import org.keycloak.component.ComponentModel;

public final class SchemaDraft {

  private final Optional<String> id;
  private final String name;
  private final Optional<SchemaKind> kind;
  private final String text;
  private final int version;
  private final IdentitySchemas schemas;
  private Compilation compilation;

  /**
   * Describes the new schema.
   *
   * @param id of the schema that it replaces; empty for a new one
   * @param schemas of the realm
   */
  public SchemaDraft(
      Optional<String> id,
      String name,
      Optional<SchemaKind> kind,
      String text,
      int version,
      IdentitySchemas schemas) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.text = text;
    this.version = version;
    this.schemas = schemas;
  }

  static SchemaDraft of(ComponentModel model, IdentitySchemas schemas) {
    SchemaDraft draft =
        new SchemaDraft(
            Optional.ofNullable(model.getId()),
            Optional.ofNullable(model.getName()).orElse(""),
            IdentitySchemas.kind(model),
            model.get(IdentitySchemas.TEXT, ""),
            version(model),
            schemas);
    SchemaDraft checked = model.getNote(IdentitySchemas.DRAFT);
    if (checked != null && checked.text.equals(draft.text) && checked.kind.equals(draft.kind)) {
      draft.compilation = checked.compilation;
    }
    return draft;
  }

  private static int version(ComponentModel model) {
    try {
      return model.get(IdentitySchemas.VERSION, 1);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  Optional<String> id() {
    return id;
  }

  String name() {
    return name;
  }

  Optional<SchemaKind> kind() {
    return kind;
  }

  public String text() {
    return text;
  }

  public int version() {
    return version;
  }

  /** Only for a draft with a kind. */
  public Compilation compilation() {
    if (compilation == null) {
      compilation = SchemaCompiler.compile(text, kind.orElseThrow(), schemas.switches());
    }
    return compilation;
  }
}
