/** Texts for the consoles, in their notation. */
package io.keycloakpools.identitypool.text;
