/** A Prometheus of this machine that reads what one server shows, every second. */
package io.keycloakpools.harness.prometheus;
