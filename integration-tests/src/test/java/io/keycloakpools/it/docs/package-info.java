/**
 * What the documentation promises: links that lead somewhere, tests that exist, commands that work.
 */
package io.keycloakpools.it.docs;
