/** What an earlier version of the pack wrote, under this one. */
package io.keycloakpools.it.upgrade;
