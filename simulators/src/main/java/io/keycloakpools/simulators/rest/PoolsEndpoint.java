package io.keycloakpools.simulators.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.simulators.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class PoolsEndpoint {
  private final SimulatedRestUsers users;
  private final RestLockout lockout;
  private volatile boolean userInAnswers = true;

  PoolsEndpoint(SimulatedRestUsers users, RestLockout lockout) {
    this.users = users;
    this.lockout = lockout;
  }

  void userInAnswers(boolean value) {
    userInAnswers = value;
  }

  Answer lookup(JsonNode question) {
    List<RestUser> found;
    if (question.has("id")) {
      found = users.withId(question.path("id").asText());
    } else if (question.has("email")) {
      found = users.withEmail(question.path("email").asText());
    } else if (question.has("username")) {
      found = users.knownAs(question.path("username").asText());
    } else {
      return RestAnswers.status(400);
    }
    return RestAnswers.ok(Map.of("users", views(found)));
  }

  Answer list(JsonNode question) {
    List<RestUser> all = users.all();
    int from = Math.min(question.path("page").asInt(0), all.size());
    int to = Math.min(from + Math.max(1, question.path("limit").asInt(1)), all.size());
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("users", views(all.subList(from, to)));
    if (to < all.size()) {
      page.put("next", Integer.toString(to));
    }
    return RestAnswers.ok(page);
  }

  Answer password(JsonNode question) {
    return RestAnswers.ok(outcome(question));
  }

  private Map<String, ?> outcome(JsonNode question) {
    List<RestUser> found = users.withId(question.path("id").asText());
    if (found.isEmpty()) {
      return users.findByUsername(question.path("loginName").asText()).isPresent()
          ? unusable("identity_changed")
          : Map.of("outcome", "rejected");
    }
    RestUser user = found.get(0);
    if (lockout.isLocked(user)) {
      return Map.of("outcome", "throttled", "retryAfter", RestAnswers.RETRY_AFTER);
    }
    return lockout.check(user, question.path("password").asText())
        ? right(user)
        : Map.of("outcome", "rejected");
  }

  private Map<String, ?> right(RestUser user) {
    return switch (user.status()) {
      case "usable" -> user.asksForSecondFactor() ? secondFactor(user) : answer("accepted", user);
      case "must_change_password" -> answer("temporary_password", user);
      default -> unusable(user.status());
    };
  }

  private Map<String, ?> secondFactor(RestUser user) {
    Map<String, Object> answer = answer("second_factor", user);
    answer.put("factor", "authenticator app");
    return answer;
  }

  private Map<String, Object> answer(String outcome, RestUser user) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("outcome", outcome);
    if (userInAnswers) {
      answer.put("user", user.inPools());
    } else {
      answer.put("id", user.id());
    }
    return answer;
  }

  private static Map<String, ?> unusable(String reason) {
    return Map.of("outcome", "account_unusable", "reason", reason);
  }

  private static List<Map<String, Object>> views(List<RestUser> found) {
    return found.stream().map(RestUser::inPools).toList();
  }
}
