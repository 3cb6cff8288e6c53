/**
 * The admin REST API of schemas and pools; docs/identity-pools.openapi.yaml describes it. Calls the
 * pools, the profile and the schemas.
 */
package io.keycloakpools.identitypool.admin;
