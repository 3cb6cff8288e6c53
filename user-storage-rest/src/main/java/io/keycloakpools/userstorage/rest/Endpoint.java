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

/** Addresses one segment below the pool's: a typed name can leave neither. */
final class Endpoint {

  private final RestSettings settings;
  private final JsonCalls calls;

  Endpoint(RestSettings settings, JsonCalls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  Reply get(String name, Deadline deadline) {
    return AskedNames.possibleInPath(name)
        ? send(new HttpGet(address(name)), deadline)
        : invalidName();
  }

  /** Sends JSON at most once. */
  Reply post(String name, JsonNode body, Optional<String> clientIp, Deadline deadline) {
    if (!AskedNames.possibleInPath(name)) {
      return invalidName();
    }
    HttpPost request = new HttpPost(address(name));
    request.setEntity(OnceEntity.json(body));
    clientIp.ifPresent(address -> request.setHeader("X-Forwarded-For", address));
    return send(request, deadline);
  }

  /** A page comes from a proxy or a portal, not from the endpoint. */
  static boolean isAnswer(Reply.Answer answer) {
    return switch (answer.content()) {
      case NOTHING, JSON, TEXT -> true;
      case PAGE, UNREADABLE -> false;
    };
  }

  static Outage outage(Reply reply) {
    return reply instanceof Reply.Answer answer
        ? answer.outage(describe(answer))
        : ((Reply.Failed) reply).outage();
  }

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

  private static Reply invalidName() {
    return new Reply.Failed(Outage.refused("a name that no address can have"));
  }
}
