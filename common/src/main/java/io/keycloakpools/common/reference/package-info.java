/**
 * Names in settings. Admins use names; {@link io.keycloakpools.common.reference.References} stores
 * ids, which decide. {@link io.keycloakpools.common.reference.ComponentReferences} and {@link
 * io.keycloakpools.common.reference.ReferenceListener} connect the plain Java rules to Keycloak.
 */
package io.keycloakpools.common.reference;
