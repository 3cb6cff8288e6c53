package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.SimulatorJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code GET /users}: "User Search" with engine v3; without {@code q} all users. */
final class Auth0UserSearch {
  private final SimulatedAuth0Users users;

  Auth0UserSearch(SimulatedAuth0Users users) {
    this.users = users;
  }

  Object search(Auth0Call call) {
    if (!call.parameter("search_engine").orElse("v3").equals("v3")
        || call.parameter("connection").isPresent()) {
      throw QueryParameters.invalid("Only search engine v3 is available", "search_engine");
    }
    Paging paging = Paging.of(call, 0).withinSearchResults();
    Optional<Predicate<JsonNode>> query =
        call.parameter("q").filter(q -> !q.isBlank()).map(LuceneQuery::parse);
    List<Auth0User> found = new ArrayList<>();
    for (Auth0User user : users.searchable()) {
      if (query.isEmpty() || query.get().test(searchable(user))) {
        found.add(user);
      }
    }
    order(call).ifPresent(found::sort);
    return answer(paging, found, Auth0Fields.of(call));
  }

  private static Object answer(Paging paging, List<Auth0User> found, Auth0Fields fields) {
    List<Map<String, Object>> page = new ArrayList<>();
    paging.cut(found).forEach(user -> page.add(fields.apply(Auth0Views.user(user))));
    if (!paging.totals()) {
      return page;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("start", paging.start());
    answer.put("limit", paging.perPage());
    answer.put("length", page.size());
    answer.put("users", page);
    answer.put("total", found.size());
    return answer;
  }

  private static JsonNode searchable(Auth0User user) {
    Map<String, Object> view = Auth0Views.user(user);
    view.put("organization_id", List.copyOf(user.organizations().keySet()));
    return SimulatorJson.tree(view);
  }

  private static Optional<Comparator<Auth0User>> order(Auth0Call call) {
    String sort = call.parameter("sort").orElse("");
    if (sort.isEmpty()) {
      return Optional.empty();
    }
    if (!sort.matches("[\\w.]+:-?1")) {
      throw QueryParameters.invalid("String does not match pattern", "sort");
    }
    String field = sort.substring(0, sort.indexOf(':'));
    Comparator<Auth0User> ascending =
        Comparator.comparing(
            user ->
                SimulatorJson.tree(Auth0Views.user(user))
                    .at("/" + field.replace('.', '/'))
                    .asText());
    return Optional.of(sort.endsWith(":-1") ? ascending.reversed() : ascending);
  }
}
