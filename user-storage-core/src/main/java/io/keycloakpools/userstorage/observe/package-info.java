/**
 * What operators see of a pool: outcomes, metrics, spans. Users appear by their Keycloak identifier
 * or not at all; whatever becomes a tag of a metric is one of a few fixed words, or a name that an
 * admin chose. Called by the edge package; calls no directory by itself.
 */
package io.keycloakpools.userstorage.observe;
