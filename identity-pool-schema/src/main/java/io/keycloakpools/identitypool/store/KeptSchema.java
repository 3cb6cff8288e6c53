package io.keycloakpools.identitypool.store;

import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.lint.Compilation;
import io.keycloakpools.identitypool.lint.RealmSwitches;
import io.keycloakpools.identitypool.lint.SchemaCompiler;
import java.util.Optional;

/**
 * What a node keeps of a schema.
 *
 * @param switches of the realm, which findings depend on
 * @param compiled empty if it is not sound, which a database that somebody wrote to may hold
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
