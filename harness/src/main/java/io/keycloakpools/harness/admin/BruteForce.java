package io.keycloakpools.harness.admin;

public record BruteForce(boolean disabled, int numFailures, long lastFailure) {}
