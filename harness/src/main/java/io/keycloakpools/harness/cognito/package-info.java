/**
 * The npm emulator cognito-local, an Amazon Cognito written by somebody else than us. Needs
 * Node.js; says so when it is missing.
 */
package io.keycloakpools.harness.cognito;
