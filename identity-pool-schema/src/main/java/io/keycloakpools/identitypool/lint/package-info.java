/**
 * Checks the text of a schema and compiles it ({@link
 * io.keycloakpools.identitypool.lint.SchemaCompiler}); reports errors and warnings with their place
 * in the text. Calls {@code schema}, {@code json} and the names of attributes; no Keycloak type.
 */
package io.keycloakpools.identitypool.lint;
