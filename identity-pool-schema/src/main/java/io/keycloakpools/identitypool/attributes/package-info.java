/**
 * User attributes of Keycloak to a JSON document and back, by a schema, without loss: {@link
 * io.keycloakpools.identitypool.attributes.AttributeCodec}. Calls the schemas, and no Keycloak
 * type.
 */
package io.keycloakpools.identitypool.attributes;
