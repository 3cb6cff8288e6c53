/**
 * The schemas of a realm as components, so that export, import and the caches of a cluster include
 * them. Calls {@code lint}, {@code schema}, {@code attributes} and {@code form}.
 */
package io.keycloakpools.identitypool.store;
