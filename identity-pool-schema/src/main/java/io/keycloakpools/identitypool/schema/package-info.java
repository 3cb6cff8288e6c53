/**
 * Identity schemas: text is read ({@link io.keycloakpools.identitypool.schema.JsonText}), checked
 * and compiled ({@link io.keycloakpools.identitypool.schema.SchemaCompiler}), and then holds
 * documents to it ({@link io.keycloakpools.identitypool.schema.IdentitySchema}). Everything that
 * comes from outside is bounded by {@link io.keycloakpools.identitypool.schema.Bounds}. No Keycloak
 * type; the JSON Schema validator stays inside.
 */
package io.keycloakpools.identitypool.schema;
