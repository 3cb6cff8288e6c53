/**
 * The settings of an identity pool: how the consoles show them, their values ({@link
 * io.keycloakpools.identitypool.settings.PoolSettings}), and what is wrong with them. Calls the
 * schemas of the realm by name, and the password policy.
 */
package io.keycloakpools.identitypool.settings;
