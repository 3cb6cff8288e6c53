/**
 * The rules of profiles as plain functions: which pool a user comes into, who reads and writes a
 * field, which errors are tolerated, and where an error is shown. Calls the schemas and the records
 * of pools; never a Keycloak session.
 */
package io.keycloakpools.identitypool.profile.rules;
