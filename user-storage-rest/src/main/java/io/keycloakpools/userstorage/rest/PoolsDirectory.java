package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.adapter.AskedNames;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Contract {@code pools}: {@code POST lookup}, {@code password} and {@code list}. Only bodies carry
 * names and passwords; every answer has status 200.
 */
final class PoolsDirectory extends RestDirectory {

  private final RestSettings settings;
  private final Endpoint endpoint;
  private final PoolsUsers users;
  private final PoolsOutcomes outcomes;

  PoolsDirectory(RestSettings settings, Endpoint endpoint, Duration requestTimeout) {
    super(settings, requestTimeout);
    this.settings = settings;
    this.endpoint = endpoint;
    this.users = new PoolsUsers(settings.tenantField());
    this.outcomes = new PoolsOutcomes(users);
  }

  @Override
  protected Lookup byUsername(String username, Deadline deadline) {
    return lookup(
        "username",
        username,
        user ->
            Names.same(username, user.username())
                || Names.same(username, user.loginName())
                || Names.same(username, user.email().orElse(null))
                || username.equals(user.phoneNumber().orElse("")),
        deadline);
  }

  @Override
  protected Lookup byEmail(String email, Deadline deadline) {
    return lookup("email", email, user -> Names.same(email, user.email().orElse(null)), deadline);
  }

  @Override
  protected Lookup byExternalId(String externalId, String loginName, Deadline deadline) {
    return UserReader.requireUser(
        lookup("id", externalId, user -> true, deadline),
        user -> externalId.equals(user.externalId()));
  }

  @Override
  protected Listing page(Optional<String> page, int limit, Deadline deadline) {
    Map<String, Object> question = new HashMap<>();
    question.put("limit", Math.max(1, limit));
    page.ifPresent(next -> question.put("page", next));
    Reply reply = ask("list", question, deadline);
    if (!(reply instanceof Reply.Answer answer) || !hasUsers(answer)) {
      return new Listing.Unavailable(Endpoint.outage(reply));
    }
    List<DirectoryUser> found = new ArrayList<>();
    for (JsonNode user : answer.body().path("users")) {
      try {
        found.add(users.read(user));
      } catch (InvalidUserException e) {
        return new Listing.Unavailable(Outage.refused(e.reason()));
      }
    }
    return new Listing.Page(found, SharedMembers.text(answer.body(), "next"));
  }

  @Override
  protected PasswordCheck check(PasswordAttempt attempt, Deadline deadline) {
    Map<String, Object> question = new HashMap<>();
    question.put("id", attempt.externalId());
    question.put("loginName", attempt.loginName());
    question.put("password", attempt.password());
    if (settings.forwardClientIp()) {
      attempt.clientIp().ifPresent(address -> question.put("clientIp", address));
    }
    Reply reply = ask("password", question, deadline);
    if (!(reply instanceof Reply.Answer answer)) {
      return new PasswordCheck.Unavailable(Endpoint.outage(reply));
    }
    return isRightPassword(answer)
        ? outcomes.rightPassword(
            answer,
            deadline,
            id ->
                attempt
                    .lookedUp()
                    .filter(user -> user.externalId().equals(id))
                    .<Lookup>map(Lookup.Found::new)
                    .orElseGet(() -> byExternalId(id, attempt.loginName(), deadline)))
        : refusal(answer);
  }

  @Override
  Reply requestUser(String username, Deadline deadline) {
    return ask("lookup", Map.of("username", username), deadline);
  }

  @Override
  boolean isNotFound(Reply.Answer answer) {
    return hasUsers(answer) && answer.body().path("users").isEmpty();
  }

  @Override
  Reply requestPasswordCheck(String username, String password, Deadline deadline) {
    return ask(
        "password", Map.of("id", username, "loginName", username, "password", password), deadline);
  }

  @Override
  boolean isRightPassword(Reply.Answer answer) {
    return outcomes.isRightPassword(answer);
  }

  @Override
  PasswordCheck refusal(Reply.Answer answer) {
    return outcomes.refusal(answer);
  }

  private Lookup lookup(
      String by, String name, Predicate<DirectoryUser> matching, Deadline deadline) {
    if (!AskedNames.possible(name)) {
      return new Lookup.NotFound();
    }
    Reply reply = ask("lookup", Map.of(by, name), deadline);
    if (!(reply instanceof Reply.Answer answer) || !hasUsers(answer)) {
      return new Lookup.Unavailable(Endpoint.outage(reply));
    }
    JsonNode found = answer.body().path("users");
    return switch (found.size()) {
      case 0 -> new Lookup.NotFound();
      case 1 -> users.lookup(found.get(0), matching);
      default -> new Lookup.Ambiguous(found.size());
    };
  }

  private Reply ask(String what, Map<String, ?> question, Deadline deadline) {
    return endpoint.post(what, json(question), Optional.empty(), deadline);
  }

  private static boolean hasUsers(Reply.Answer answer) {
    return answer.status() == 200 && answer.body().path("users").isArray();
  }
}
