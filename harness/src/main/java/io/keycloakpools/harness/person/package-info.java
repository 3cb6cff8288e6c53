/**
 * What a person does: signs in with a browser or by direct grant, and uses the account page. Every
 * outcome is a value with its duration.
 */
package io.keycloakpools.harness.person;
