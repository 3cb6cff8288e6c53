/**
 * The ground of the admin REST API below {@code /admin/realms/{realm}}: factories of resources,
 * bodies of requests, pages and errors. Calls the texts for admins. docs/admin-api.openapi.yaml
 * describes what the modules build on it.
 */
package io.keycloakpools.common.rest;
