/** Tests the documentation: links, named tests, commands. */
package io.keycloakpools.it.docs;
