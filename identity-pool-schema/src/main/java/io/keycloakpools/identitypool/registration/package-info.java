/**
 * Registration into an identity pool: the form action, its flow, and the pages that are drawn from
 * the pool's schemas, also for completing data at sign-in. Calls {@link
 * io.keycloakpools.identitypool.pool.IdentityPools} and {@link
 * io.keycloakpools.identitypool.form.FormModel}; the user profile and the password policy validate
 * the input, as in every registration.
 */
package io.keycloakpools.identitypool.registration;
