/**
 * A compiled schema ({@link io.keycloakpools.identitypool.schema.IdentitySchema}), its declared
 * fields, and the validation of documents. Calls {@code json}. Contains no Keycloak type; only this
 * room and {@code lint} use the JSON Schema validator.
 */
package io.keycloakpools.identitypool.schema;
