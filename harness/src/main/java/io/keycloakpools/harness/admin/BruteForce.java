package io.keycloakpools.harness.admin;

/** What brute force detection knows about a user. */
public record BruteForce(boolean disabled, int numFailures, long lastFailure) {}
