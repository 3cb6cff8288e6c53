/** Data of an earlier version under this one. */
package io.keycloakpools.it.upgrade;
