/**
 * What a page shows for a schema, ready for a template: {@link
 * io.keycloakpools.identitypool.form.FormModel}. Calls the schemas and their attributes, and no
 * Keycloak type.
 */
package io.keycloakpools.identitypool.form;
