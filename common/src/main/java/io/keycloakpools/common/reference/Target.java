package io.keycloakpools.common.reference;

/**
 * @param id never changes
 * @param name as in a setting
 */
public record Target(String id, String name) {}
