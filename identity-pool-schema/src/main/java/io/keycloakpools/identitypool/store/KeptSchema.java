package io.keycloakpools.identitypool.store;

import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.lint.Compilation;
import io.keycloakpools.identitypool.lint.RealmSwitches;
import io.keycloakpools.identitypool.lint.SchemaCompiler;
import java.util.Optional;

/**
 * A compiled schema, kept with its component.
 *
 * @param switches of the realm, which affect findings
 * @param compiled empty if it is invalid, as after a change in the database
 */
record KeptSchema(
    StoredSchema stored,
    RealmSwitches switches,
    Compilation compilation,
    Optional<CompiledSchema> compiled) {

  static KeptSchema of(StoredSchema stored, RealmSwitches switches) {
    Compilation compilation = SchemaCompiler.compile(stored.text(), stored.kind(), switches);
    Optional<CompiledSchema> compiled =
        compilation
            .schema()
            .map(
                schema ->
                    new CompiledSchema(
                        stored.name(),
                        stored.version(),
                        schema,
                        AttributeCodec.of(schema),
                        FormModel.of(schema)));
    return new KeptSchema(stored, switches, compilation, compiled);
  }

  boolean isOf(StoredSchema other, RealmSwitches present) {
    return stored.equals(other) && switches.equals(present);
  }

  CompiledSchema sound() {
    return compiled.orElseThrow(
        () -> new IllegalStateException("Not a sound schema: " + stored.name()));
  }
}
