/**
 * The settings of an identity pool: each one with its form and its reader ({@code PoolSettings}),
 * the order of the form, and completing what the form sends. One setting can be read by itself, so
 * that a damaged pool can still be shown, repaired and deleted. Calls {@code store} for names of
 * schemas, and the password policy.
 */
package io.keycloakpools.identitypool.settings;
