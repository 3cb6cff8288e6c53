/** The image of the pack in a container, beside a PostgreSQL. Needs a Docker engine. */
package io.keycloakpools.it.container;
