/** Emulators of directories that other people wrote, as npm packages. */
package io.keycloakpools.harness.node;
