package io.keycloakpools.simulators.auth0;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Offset paging with the limits of the Management API's OpenAPI document. */
record Paging(int page, int perPage, boolean totals) {
  private static final int DEFAULT = 50;
  private static final int MOST_PER_PAGE = 100;
  private static final int MOST_RECORDS = 1000;

  static Paging of(Auth0Call call, int leastPerPage) {
    int perPage = number(call, "per_page", leastPerPage, MOST_PER_PAGE, DEFAULT);
    return new Paging(
        number(call, "page", 0, Integer.MAX_VALUE, 0),
        perPage == 0 ? DEFAULT : perPage,
        QueryParameters.flag(call, "include_totals", false));
  }

  long start() {
    return (long) page * perPage;
  }

  /** The search ends at 1,000 users ("View Search Results by Page"). */
  Paging withinSearchResults() {
    if (start() + perPage > MOST_RECORDS) {
      throw ManagementErrors.beyondSearchResults();
    }
    return this;
  }

  Paging withinPages() {
    if (start() >= MOST_RECORDS) {
      throw ManagementErrors.beyondPages(page);
    }
    return this;
  }

  <T> List<T> cut(List<T> all) {
    int from = (int) Math.min(start(), all.size());
    return all.subList(from, Math.min(from + perPage, all.size()));
  }

  Object answer(String member, List<?> all) {
    if (!totals) {
      return cut(all);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(member, cut(all));
    answer.put("start", start());
    answer.put("limit", perPage);
    answer.put("total", all.size());
    return answer;
  }

  /** As recorded for authentication methods: without {@code total} when there are none. */
  Object answerWithoutZero(String member, List<?> all) {
    return totals && all.isEmpty()
        ? Map.of(member, List.of(), "start", start(), "limit", perPage)
        : answer(member, all);
  }

  private static int number(Auth0Call call, String name, int least, int most, int otherwise) {
    String text = call.query().get(name);
    if (text == null) {
      return otherwise;
    }
    int value;
    try {
      value = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw QueryParameters.invalid("Expected type integer but found type string", name);
    }
    if (value < least) {
      throw QueryParameters.invalid(
          "Value %d is less than minimum %d".formatted(value, least), name);
    }
    if (value > most) {
      throw QueryParameters.invalid(
          "Value %d is greater than maximum %d".formatted(value, most), name);
    }
    return value;
  }
}
