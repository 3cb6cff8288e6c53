/** Two nodes on one PostgreSQL database: what holds across them, and when one of them is lost. */
package io.keycloakpools.it.cluster;
