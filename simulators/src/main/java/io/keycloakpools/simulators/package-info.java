/**
 * What the simulators share: HTTP server, faults, recorded requests, token buckets, signed tokens
 * and the start as a program; and what tests of their clients share, such as common faults and the
 * capture of logs. It depends on the JDK and Jackson only and knows nothing of Keycloak.
 */
package io.keycloakpools.simulators;
