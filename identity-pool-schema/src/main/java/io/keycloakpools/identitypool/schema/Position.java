package io.keycloakpools.identitypool.schema;

/** A place in a text; line and column count from 1, columns in UTF-16 units. */
public record Position(int line, int column) {}
