/** What the zip has, and whether it says so. */
package io.keycloakpools.dist;
