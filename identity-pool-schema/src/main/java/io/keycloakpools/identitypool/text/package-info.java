/** Texts for admins, in their language, and for the consoles, in their notation. */
package io.keycloakpools.identitypool.text;
