/**
 * What a person does: signs in with a browser or by direct grant, and looks at the account. Every
 * outcome is a value with the time it took.
 */
package io.keycloakpools.harness.person;
