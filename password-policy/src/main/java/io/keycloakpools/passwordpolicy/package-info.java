/**
 * Password rules, strength, history and foreign hashes. Works alone; calls nothing else of the
 * pack.
 */
package io.keycloakpools.passwordpolicy;
