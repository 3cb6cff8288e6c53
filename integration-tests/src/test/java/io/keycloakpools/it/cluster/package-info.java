/** Two nodes on one PostgreSQL database, and the loss of one. */
package io.keycloakpools.it.cluster;
