/**
 * A compiled schema ({@link io.keycloakpools.identitypool.schema.IdentitySchema}), the fields that
 * it declares, and the validation of documents against it. Calls {@code json}; no Keycloak type,
 * and only this room and {@code lint} see the JSON Schema validator.
 */
package io.keycloakpools.identitypool.schema;
