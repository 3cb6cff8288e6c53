/**
 * The form of a schema, ready for a template: {@link io.keycloakpools.identitypool.form.FormModel}.
 * Calls {@code schema} and {@code attributes}; no Keycloak type.
 */
package io.keycloakpools.identitypool.form;
