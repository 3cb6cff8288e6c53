/**
 * Outcomes, metrics and spans. Users appear by Keycloak id or not at all; metric tags are fixed
 * words or names chosen by admins.
 */
package io.keycloakpools.userstorage.observe;
