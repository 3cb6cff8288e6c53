/**
 * The adapter of docs/develop/adapters.md, built as a stranger would build it, in a real Keycloak.
 */
package io.keycloakpools.it.adapter;
