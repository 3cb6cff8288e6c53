/**
 * The rules of one group of users for their passwords, and what is wrong with a password under
 * them. Plain Java; calls the meter in {@code strength}.
 */
package io.keycloakpools.passwordpolicy.rules;
