/**
 * Names the JARs that are missing beside ours. A relocated copy is in each JAR that needs another
 * one, because the common JAR may be what is missing. Calls nothing of the pack.
 */
package io.keycloakpools.startcheck;
