package io.keycloakpools.identitypool.lint;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.identitypool.json.Pointers;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * A schema without references: see {@link Expansion}.
 *
 * @param sources where in the text each object comes from
 */
record Expanded(JsonNode root, IdentityHashMap<JsonNode, Source> sources) {

  /** JSON Pointer to where a keyword of a schema is written: behind a reference, if it is there. */
  String place(JsonNode schema, String keyword) {
    Source source = sources.get(schema);
    return source == null ? "" : source.place(keyword);
  }

  /**
   * Where a schema is written.
   *
   * @param keywords those that stand there, if the others are behind a reference
   * @param named what the reference names
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
