/**
 * JSON from outside: text with the position of each value ({@link
 * io.keycloakpools.identitypool.json.JsonText}), numbers, pointers, and limits ({@link
 * io.keycloakpools.identitypool.json.Bounds}). Calls no other room and no Keycloak type.
 */
package io.keycloakpools.identitypool.json;
