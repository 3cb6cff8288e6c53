/**
 * An Amazon Cognito user pool as a small HTTP server, for tests, the demo and benchmarks. It speaks
 * the AWS JSON 1.1 protocol and answers as the AWS documentation says a user pool answers; what AWS
 * leaves open is named where it is decided. It depends on the JDK and Jackson only and knows
 * nothing of Keycloak.
 */
package io.keycloakpools.simulators.cognito;
