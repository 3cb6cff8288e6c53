/**
 * Converts user attributes to a document and back, without loss: {@link
 * io.keycloakpools.identitypool.attributes.AttributeCodec}. Calls {@code schema} and {@code json};
 * no Keycloak type.
 */
package io.keycloakpools.identitypool.attributes;
