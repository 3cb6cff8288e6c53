/** Scenarios with a simulated directory behind REST, in both contracts (docs/move/rest.md). */
package io.keycloakpools.it.rest;
