/** Rules for passwords. Plain Java; calls {@code strength}. */
package io.keycloakpools.passwordpolicy.rules;
