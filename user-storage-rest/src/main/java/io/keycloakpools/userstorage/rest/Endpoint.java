package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.adapter.AskedNames;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.JsonCalls;
import io.keycloakpools.userstorage.adapter.OnceEntity;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.Outage;
import java.net.URI;
import java.util.Optional;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;

/**
 * What is below the pool's address, one segment deep: a name that somebody typed can leave neither
 * the segment nor the address.
 */
final class Endpoint {

  private final RestSettings settings;
  private final JsonCalls calls;

  Endpoint(RestSettings settings, JsonCalls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /** Reads what is at a name. */
  Reply get(String name, Deadline deadline) {
    return AskedNames.possibleInPath(name)
        ? send(new HttpGet(address(name)), deadline)
        : impossible();
  }

  /**
   * Sends JSON to a name, once at most.
   *
   * @param clientIp the address of the person it is about, for a header
   */
  Reply post(String name, JsonNode body, Optional<String> clientIp, Deadline deadline) {
    if (!AskedNames.possibleInPath(name)) {
      return impossible();
    }
    HttpPost request = new HttpPost(address(name));
    request.setEntity(OnceEntity.json(body));
    clientIp.ifPresent(address -> request.setHeader("X-Forwarded-For", address));
    return send(request, deadline);
  }

  /** Whether an endpoint may have said that; not so a page, from a proxy or a portal. */
  static boolean isAnswer(Reply.Answer answer) {
    return switch (answer.content()) {
      case NOTHING, JSON, TEXT -> true;
      case PAGE, UNREADABLE -> false;
    };
  }

  /** What a reply that is of no use means. */
  static Outage outage(Reply reply) {
    return reply instanceof Reply.Answer answer
        ? answer.outage(describe(answer))
        : ((Reply.Failed) reply).outage();
  }

  /** Status and kind of an answer, for the log. */
  static String describe(Reply.Answer answer) {
    return "HTTP "
        + answer.status()
        + switch (answer.content()) {
          case PAGE -> " and a page of HTML";
          case UNREADABLE -> " and neither whole JSON nor a short text";
          case NOTHING, TEXT -> " without JSON";
          case JSON -> "";
        };
  }

  private URI address(String name) {
    return URI.create(settings.url() + "/" + AskedNames.encoded(name));
  }

  private Reply send(HttpRequestBase request, Deadline deadline) {
    settings.authorization().ifPresent(value -> request.setHeader("Authorization", value));
    return calls.send(request, deadline);
  }

  private static Reply impossible() {
    return new Reply.Failed(Outage.refused("a name that no address can have"));
  }
}
