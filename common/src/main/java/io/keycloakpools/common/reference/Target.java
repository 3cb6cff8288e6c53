package io.keycloakpools.common.reference;

/**
 * An object that a setting names.
 *
 * @param id never changes
 * @param name as in a setting
 */
public record Target(String id, String name) {}
