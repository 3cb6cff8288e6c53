/**
 * What an administrator does: realms, settings, users, components, events. The one place where the
 * admin REST API is spoken.
 */
package io.keycloakpools.harness.admin;
