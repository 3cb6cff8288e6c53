/**
 * A compiled schema ({@link io.keycloakpools.identitypool.schema.IdentitySchema}) and the
 * validation of documents. Calls {@code json}. No Keycloak type; only this room and {@code lint}
 * use the JSON Schema validator.
 */
package io.keycloakpools.identitypool.schema;
