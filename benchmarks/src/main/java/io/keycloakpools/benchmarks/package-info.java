/**
 * JMH benchmarks of code that runs at each sign-in or save, never shipped. They call the modules
 * that they measure.
 */
package io.keycloakpools.benchmarks;
