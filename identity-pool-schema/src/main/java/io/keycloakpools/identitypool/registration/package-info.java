/**
 * Registration into an identity pool: the form action, the flow that has it, and the pages that are
 * drawn from the pool's schemas, for people who register and for people who complete their data.
 * Calls {@link io.keycloakpools.identitypool.pool.IdentityPools} and {@link
 * io.keycloakpools.identitypool.form.FormModel}; what a person entered is judged by the user
 * profile and the password policy, as in every registration.
 */
package io.keycloakpools.identitypool.registration;
