package io.keycloakpools.common.reference;

/**
 * Something of a realm that a setting names.
 *
 * @param id never changes
 * @param name as a setting has it
 */
public record Target(String id, String name) {}
