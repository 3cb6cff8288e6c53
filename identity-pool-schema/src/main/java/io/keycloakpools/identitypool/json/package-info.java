/**
 * JSON from outside: text with the position of each value, numbers, pointers, and limits ({@link
 * io.keycloakpools.identitypool.json.Bounds}). Calls nothing; no Keycloak type.
 */
package io.keycloakpools.identitypool.json;
