/**
 * What user pools and identity pools share. A drop-in JAR that every other one of the pack needs;
 * calls none of them.
 */
package io.keycloakpools.common;
