/**
 * What an administrator does: realms, settings, users, components, events. The only package that
 * calls the admin REST API.
 */
package io.keycloakpools.harness.admin;
