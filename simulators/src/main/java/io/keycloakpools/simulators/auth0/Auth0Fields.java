package io.keycloakpools.simulators.auth0;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters {@code fields} and {@code include_fields}: root members only. */
record Auth0Fields(Set<String> names, boolean include) {

  static Auth0Fields of(Auth0Call call) {
    Set<String> names =
        call.parameter("fields")
            .map(text -> Set.copyOf(Arrays.asList(text.split(",", -1))))
            .orElse(Set.of());
    return new Auth0Fields(names, QueryParameters.flag(call, "include_fields", true));
  }

  List<Map<String, Object>> apply(List<Map<String, Object>> views) {
    views.forEach(this::apply);
    return views;
  }

  Map<String, Object> apply(Map<String, Object> view) {
    if (!names.isEmpty()) {
      view.keySet().removeIf(name -> names.contains(name) != include);
    }
    return view;
  }
}
