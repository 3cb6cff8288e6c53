/** Words to administrators, in their language. */
package io.keycloakpools.identitypool.text;
