/**
 * The main job in one command: a Keycloak with user pools whose users stay linked and user pools
 * whose users migrate, to try by hand or to check automatically. It runs the harness and the
 * simulators; nothing of the pack calls it.
 */
package io.keycloakpools.demo;
