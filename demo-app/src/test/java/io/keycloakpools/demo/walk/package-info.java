/**
 * Reads what the demo prints, as a person at the terminal, and does it in a real browser. Nothing
 * here knows the demo's classes: what is not printed is not known.
 */
package io.keycloakpools.demo.walk;
