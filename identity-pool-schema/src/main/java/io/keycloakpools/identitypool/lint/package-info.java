/**
 * Compiles the text of a schema ({@link io.keycloakpools.identitypool.lint.SchemaCompiler}) and
 * reports errors and warnings with their place in it. Calls {@code schema}, {@code json} and the
 * names of attributes; no Keycloak type.
 */
package io.keycloakpools.identitypool.lint;
