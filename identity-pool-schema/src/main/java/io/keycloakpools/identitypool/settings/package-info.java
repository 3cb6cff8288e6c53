/**
 * The settings of an identity pool: how the consoles show them, their values, and what is wrong
 * with them. Calls {@code store} for names of schemas, and the password policy.
 */
package io.keycloakpools.identitypool.settings;
