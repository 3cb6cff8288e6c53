/** Password strength by zxcvbn. Plain Java; calls zxcvbn4j. */
package io.keycloakpools.passwordpolicy.strength;
