/** The adapter of docs/develop/adapters.md in a real Keycloak, built as its readers build it. */
package io.keycloakpools.it.adapter;
