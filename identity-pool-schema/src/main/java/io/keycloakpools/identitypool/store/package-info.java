/**
 * The schemas of a realm, kept as components of it, so that export, import and the caches of a
 * cluster take them along: {@link io.keycloakpools.identitypool.store.IdentitySchemas}. Calls the
 * schemas and their forms.
 */
package io.keycloakpools.identitypool.store;
