/**
 * What a component's settings name: clients, groups, roles, pools, schemas, identity providers.
 * Admins read and write names; {@link io.keycloakpools.common.reference.References} keeps the ids
 * beside them, and decisions go by the ids. The rules are plain Java; {@link
 * io.keycloakpools.common.reference.ComponentReferences} and {@link
 * io.keycloakpools.common.reference.ReferenceListener} tie them to Keycloak.
 */
package io.keycloakpools.common.reference;
