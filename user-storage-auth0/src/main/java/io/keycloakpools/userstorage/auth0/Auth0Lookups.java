package io.keycloakpools.userstorage.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.adapter.AskedNames;
import io.keycloakpools.userstorage.adapter.ConcurrentLookup;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.Outage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.http.HttpStatus;

/**
 * Only the search finds usernames, and it is "eventually consistent". A stale result is harmless:
 * the password check names the owner of the password.
 */
final class Auth0Lookups {

  /** The largest "per_page" on the public cloud. */
  private static final int PAGE = 50;

  /** ITU-T E.164, the format of Auth0's phone numbers. */
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{1,15}");

  private static final int MAX_ROLE_PAGES = 20;

  private final ManagementApi api;
  private final Auth0Users users;
  private final String connection;
  private final Executor executor;

  Auth0Lookups(ManagementApi api, Auth0Users users, String connection, Executor executor) {
    this.api = api;
    this.users = users;
    this.connection = connection;
    this.executor = executor;
  }

  /**
   * Asks for the typed and the lower-case address: the endpoint is case-sensitive. Auth0 stores
   * lower case, but other databases may not.
   */
  Lookup byEmail(String email, Deadline deadline) {
    if (!AskedNames.possible(email)) {
      return new Lookup.NotFound();
    }
    String lower = Names.folded(email);
    if (lower.equals(email)) {
      return bySpelling(email, deadline);
    }
    List<ConcurrentLookup> questions =
        Stream.of(lower, email)
            .map(
                spelling ->
                    ConcurrentLookup.start(
                        () -> bySpelling(spelling, deadline), deadline, executor))
            .toList();
    Map<String, DirectoryUser> found = new LinkedHashMap<>();
    for (ConcurrentLookup question : questions) {
      Lookup answer = question.await();
      if (answer instanceof Lookup.Found one) {
        found.put(one.user().externalId(), one.user());
      } else if (!(answer instanceof Lookup.NotFound)) {
        return answer;
      }
    }
    return single(found.values().stream().toList());
  }

  private Lookup bySpelling(String email, Deadline deadline) {
    Reply reply = api.get("/users-by-email", deadline, "email", email);
    boolean noAddress =
        reply instanceof Reply.Answer answer && answer.status() == HttpStatus.SC_BAD_REQUEST;
    return noAddress
        ? new Lookup.NotFound()
        : found(reply, user -> Names.same(email, user.email().orElse(null)));
  }

  /**
   * Also finds an address in another case than the stored one. The search ignores case in {@code
   * email}, not in {@code username}, which Auth0's own database stores in lower case.
   */
  Lookup byUsername(String name, Deadline deadline) {
    if (!AskedNames.possible(name)) {
      return new Lookup.NotFound();
    }
    Set<String> queries = new LinkedHashSet<>();
    queries.add(Lucene.equal("username", Names.folded(name)));
    queries.add(Lucene.equal("username", name));
    if (name.indexOf('@') >= 0) {
      queries.add(Lucene.equal("email", name));
    }
    if (PHONE.matcher(name).matches()) {
      queries.add(Lucene.equal("phone_number", name));
    }
    String query =
        Lucene.and(
            Lucene.or(queries.toArray(String[]::new)),
            Lucene.equal("identities.connection", connection));
    Reply reply =
        api.get(
            "/users",
            deadline,
            "q",
            query,
            "search_engine",
            "v3",
            "per_page",
            Integer.toString(PAGE));
    Lookup owner = found(reply, user -> Names.same(name, user.email().orElse(null)));
    return owner instanceof Lookup.NotFound
        ? found(reply, user -> Auth0Users.hasName(user, name))
        : owner;
  }

  Lookup byId(String userId, Deadline deadline) {
    if (!AskedNames.possibleInPath(userId)) {
      return new Lookup.NotFound();
    }
    ConcurrentLookup roles =
        ConcurrentLookup.start(() -> roles(userId, deadline), deadline, executor);
    Reply reply = api.get(ManagementApi.userPath(userId, ""), deadline);
    if (!(reply instanceof Reply.Answer answer) || !answer.ok()) {
      return notFoundOrUnavailable(reply);
    }
    if (!Auth0Users.isUser(answer.body())) {
      return new Lookup.Unavailable(Outage.refused("an answer without a user"));
    }
    DirectoryUser user = users.of(answer.body());
    return withRoles(user, roles.await());
  }

  /** Adds the roles to a user whom a look-up by name found. */
  Lookup withRoles(DirectoryUser user, Deadline deadline) {
    return withRoles(user, roles(user.externalId(), deadline));
  }

  private static Lookup withRoles(DirectoryUser user, Lookup roles) {
    return roles instanceof Lookup.Found with
        ? new Lookup.Found(user.withRoles(with.user().roles().orElseThrow()))
        : roles;
  }

  private Lookup roles(String userId, Deadline deadline) {
    Set<String> names = new HashSet<>();
    for (int page = 0; page < MAX_ROLE_PAGES; page++) {
      Reply reply =
          api.get(
              ManagementApi.userPath(userId, "/roles"),
              deadline,
              "per_page",
              Integer.toString(PAGE),
              "page",
              Integer.toString(page));
      if (!(reply instanceof Reply.Answer answer) || !answer.ok() || !answer.body().isArray()) {
        return notFoundOrUnavailable(reply);
      }
      answer.body().forEach(role -> names.add(role.path("name").asText("")));
      if (answer.body().size() < PAGE) {
        names.remove("");
        return new Lookup.Found(DirectoryUser.builder(userId, userId).roles(names).build());
      }
    }
    return new Lookup.Unavailable(Outage.refused("more roles than are read"));
  }

  /** A search may match more than the name. */
  private Lookup found(Reply reply, Predicate<DirectoryUser> matching) {
    if (!(reply instanceof Reply.Answer answer) || !answer.ok() || !answer.body().isArray()) {
      return notFoundOrUnavailable(reply);
    }
    List<DirectoryUser> matches = new ArrayList<>();
    for (JsonNode user : answer.body()) {
      if (users.has(user)) {
        matches.add(users.of(user));
      }
    }
    return single(matches.stream().filter(matching).toList());
  }

  /** Several users may share an address; only a verified owner counts. */
  private static Lookup single(List<DirectoryUser> found) {
    List<DirectoryUser> candidates =
        found.size() > 1
            ? found.stream().filter(DirectoryUser::emailVerified).collect(Collectors.toList())
            : found;
    if (candidates.size() == 1) {
      return new Lookup.Found(candidates.get(0));
    }
    return found.isEmpty() ? new Lookup.NotFound() : new Lookup.Ambiguous(found.size());
  }

  /** Not every 404 means that the user does not exist. */
  private static Lookup notFoundOrUnavailable(Reply reply) {
    if (reply instanceof Reply.Failed failed) {
      return new Lookup.Unavailable(failed.outage());
    }
    Reply.Answer answer = (Reply.Answer) reply;
    boolean unknown =
        answer.status() == HttpStatus.SC_NOT_FOUND
            && answer.text("errorCode").equals("inexistent_user");
    return unknown
        ? new Lookup.NotFound()
        : new Lookup.Unavailable(answer.outage("Management API: " + Auth0Refusal.describe(answer)));
  }
}
