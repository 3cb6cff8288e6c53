/**
 * Registration into an identity pool: the form action, the flow that has it, and the page that is
 * drawn from the pool's schema. Calls {@link io.keycloakpools.identitypool.pool.IdentityPools} and
 * {@link io.keycloakpools.identitypool.form.FormModel}; what a person entered is judged by the user
 * profile and the password policy, as in every registration.
 */
package io.keycloakpools.identitypool.registration;
