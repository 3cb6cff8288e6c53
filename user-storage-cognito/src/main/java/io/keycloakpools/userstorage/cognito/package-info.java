/**
 * Amazon Cognito user pools as a directory. The settings, the calls, and what each answer means;
 * everything a pool does with an answer is in the core.
 */
package io.keycloakpools.userstorage.cognito;
