/**
 * Passwords: how strong they have to be, which rules they keep, which were used before, and how
 * foreign hashes of them are verified. Useful alone; identity pools use it too. Calls nothing else
 * of the pack.
 */
package io.keycloakpools.passwordpolicy;
