/**
 * JMH benchmarks of what runs at each sign-in or each save: never shipped. They call the modules
 * that they measure.
 */
package io.keycloakpools.benchmarks;
