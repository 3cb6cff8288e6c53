/** Scenarios with a simulated directory behind REST, in both contracts (docs/rest.md). */
package io.keycloakpools.it.rest;
