/** Words to administrators, in their language, and to the consoles, in their notation. */
package io.keycloakpools.identitypool.text;
