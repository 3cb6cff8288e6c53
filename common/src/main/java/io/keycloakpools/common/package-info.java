/** Shared by user pools and identity pools. Every other JAR of the pack needs this one. */
package io.keycloakpools.common;
