/**
 * What the simulated directories have in common: the HTTP server, faults, the record of requests,
 * token buckets, signed tokens and the start as a program; and what the tests of their clients
 * share, such as the faults of any server and an ear for the log. It depends on the JDK and Jackson
 * only and knows nothing of Keycloak.
 */
package io.keycloakpools.simulators;
