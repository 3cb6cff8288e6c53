/** The adapter of docs/adapters.md, built as a stranger would build it, in a real Keycloak. */
package io.keycloakpools.it.adapter;
