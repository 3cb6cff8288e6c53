/**
 * The admin REST API of schemas and pools, described in docs/admin-api.openapi.yaml. Calls the
 * pools, the profile and the schemas.
 */
package io.keycloakpools.identitypool.admin;
