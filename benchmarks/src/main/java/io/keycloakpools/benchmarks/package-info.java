/** JMH benchmarks of code that runs at each sign-in or save; never shipped. */
package io.keycloakpools.benchmarks;
