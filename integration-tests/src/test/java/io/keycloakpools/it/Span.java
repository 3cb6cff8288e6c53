package io.keycloakpools.it;

import java.util.Map;

/**
 * A span at an OpenTelemetry collector.
 *
 * @param parentId empty for the first of a trace
 * @param status 0 unset, 1 ok, 2 error
 * @param attributes those with text values
 */
record Span(
    String traceId,
    String spanId,
    String parentId,
    String name,
    int status,
    Map<String, String> attributes) {}
