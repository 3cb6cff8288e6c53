package io.keycloakpools.userstorage.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Outage;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pages by creation time: a search returns at most 1,000 results ("Get Users Endpoint"), so it
 * restarts at the last user's time and returns users of exactly that time twice.
 *
 * <p>A page token is {@code <time>,<page number>}.
 */
final class Auth0Listing {

  private static final int MAX_PAGE_SIZE = 50;
  private static final int MAX_RESULTS = 1000;

  private record Position(Instant since, int page) {

    static final Position FIRST = new Position(Instant.EPOCH, 0);

    /** Any other text means the first page. */
    static Position of(String text) {
      int comma = text.lastIndexOf(',');
      try {
        Instant since = Instant.parse(text.substring(0, Math.max(comma, 0)));
        return new Position(since, Integer.parseInt(text.substring(comma + 1)));
      } catch (DateTimeParseException | NumberFormatException e) {
        return FIRST;
      }
    }

    @Override
    public String toString() {
      return since + "," + page;
    }
  }

  private final ManagementApi api;
  private final Auth0Users users;
  private final String connection;

  Auth0Listing(ManagementApi api, Auth0Users users, String connection) {
    this.api = api;
    this.users = users;
    this.connection = connection;
  }

  Listing page(Optional<String> token, int limit, Deadline deadline) {
    Position position = token.map(Position::of).orElse(Position.FIRST);
    int size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
    Reply reply =
        api.get(
            "/users",
            deadline,
            "q",
            Lucene.and(
                Lucene.equal("identities.connection", connection),
                "created_at:[" + position.since() + " TO *]"),
            "search_engine",
            "v3",
            "sort",
            "created_at:1",
            "per_page",
            Integer.toString(size),
            "page",
            Integer.toString(position.page()));
    if (reply instanceof Reply.Answer answer && answer.ok() && answer.body().isArray()) {
      return read(answer.body(), position, size);
    }
    return new Listing.Unavailable(
        reply instanceof Reply.Answer answer
            ? answer.outage("Management API: " + Auth0Refusal.describe(answer))
            : ((Reply.Failed) reply).outage());
  }

  private Listing read(JsonNode found, Position position, int size) {
    List<DirectoryUser> page = new ArrayList<>();
    for (JsonNode user : found) {
      if (users.has(user)) {
        page.add(users.of(user));
      }
    }
    if (found.size() < size) {
      return new Listing.Page(page, Optional.empty());
    }
    if ((position.page() + 2) * size <= MAX_RESULTS) {
      return new Listing.Page(
          page, Optional.of(new Position(position.since(), position.page() + 1).toString()));
    }
    Position next = Position.of(found.get(found.size() - 1).path("created_at").asText() + ",0");
    return next.since().isAfter(position.since())
        ? new Listing.Page(page, Optional.of(next.toString()))
        : new Listing.Unavailable(
            Outage.refused(
                "more than "
                    + MAX_RESULTS
                    + " users were created at "
                    + position.since()
                    + ": export them instead"));
  }
}
