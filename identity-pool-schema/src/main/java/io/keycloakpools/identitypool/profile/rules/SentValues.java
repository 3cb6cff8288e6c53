package io.keycloakpools.identitypool.profile.rules;

import java.util.List;
import java.util.Objects;

/** Values of an attribute, as Keycloak hands them to a profile: a text, a list, or null. */
public final class SentValues {

  private SentValues() {}

  public static List<String> all(Object value) {
    return value instanceof List<?> list
        ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
        : value == null ? List.of() : List.of(value.toString());
  }

  public static String first(Object value) {
    if (value instanceof List<?> list) {
      return list.isEmpty() ? "" : Objects.toString(list.get(0), "");
    }
    return Objects.toString(value, "");
  }
}
