package io.keycloakpools.identitypool.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.json.Pointers;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * A schema without references: see {@link Expansion}.
 *
 * @param sources where each object is written in the text
 */
record Expanded(JsonNode root, IdentityHashMap<JsonNode, Source> sources) {

  /** Maybe behind a reference. */
  String place(JsonNode schema, String keyword) {
    Source source = sources.get(schema);
    return source == null ? "" : source.place(keyword);
  }

  /**
   * Where a schema is written.
   *
   * @param keywords those written beside a reference, if there is one
   * @param named the target of the reference
   */
  record Source(String pointer, Set<String> keywords, Optional<Source> named) {

    String place(String keyword) {
      return named
          .filter(behind -> !keywords.contains(keyword))
          .map(behind -> behind.place(keyword))
          .orElseGet(() -> Pointers.append(pointer, keyword));
    }
  }
}
