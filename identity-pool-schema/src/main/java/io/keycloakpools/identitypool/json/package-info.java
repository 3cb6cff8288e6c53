/**
 * JSON as it comes from outside: text with the place of every value ({@link
 * io.keycloakpools.identitypool.json.JsonText}), numbers, pointers, and the bounds on all of it
 * ({@link io.keycloakpools.identitypool.json.Bounds}). Calls nothing; no Keycloak type.
 */
package io.keycloakpools.identitypool.json;
