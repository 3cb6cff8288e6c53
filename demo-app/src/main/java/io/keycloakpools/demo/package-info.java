/**
 * The main job in one command: a Keycloak with two Cognito user pools, one whose users stay linked
 * and one whose users migrate, to try by hand or to be checked by itself. It runs the harness and
 * the simulators; nothing of the pack calls it.
 */
package io.keycloakpools.demo;
