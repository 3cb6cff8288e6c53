/**
 * An Amazon Cognito user pool as a small HTTP server. It speaks the AWS JSON 1.1 protocol and
 * answers as AWS documents; what AWS leaves open is named where it is decided.
 */
package io.keycloakpools.simulators.cognito;
