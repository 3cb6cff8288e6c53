/**
 * Registration into an identity pool: the form action, its flow, and the pages that are drawn from
 * the pool's schemas, also for completing data at sign-in. Calls the pools and {@code form}; the
 * user profile and the password policy validate the input.
 */
package io.keycloakpools.identitypool.registration;
