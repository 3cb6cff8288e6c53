package io.keycloakpools.identitypool.store;

import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.schema.IdentitySchema;

/** A schema of a realm, ready for use. */
public record CompiledSchema(
    String name, int version, IdentitySchema schema, AttributeCodec codec, FormModel form) {}
