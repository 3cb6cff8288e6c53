package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

record ExportJob(
    String id,
    JsonNode request,
    Optional<Auth0Connection> connection,
    Instant created,
    List<Auth0User> users,
    AtomicInteger looks) {
  private static final List<String> DEFAULT_FIELDS =
      List.of(
          "user_id",
          "given_name",
          "family_name",
          "nickname",
          "name",
          "email",
          "email_verified",
          "picture",
          "created_at",
          "updated_at");

  static ExportJob of(JsonNode request, Auth0Tenant tenant, Instant now, List<Auth0User> all) {
    if (!request.path("format").asText().equals("json")) {
      throw ManagementErrors.invalidBody("Only exports with format json are simulated");
    }
    Optional<String> connectionId = Optional.ofNullable(request.path("connection_id").textValue());
    Optional<Auth0Connection> connection = connectionId.flatMap(tenant::connectionWithId);
    if (connectionId.isPresent() && connection.isEmpty()) {
      throw Auth0Error.management(400, "The connection does not exist.", "inexistent_connection");
    }
    List<Auth0User> users =
        all.stream()
            .filter(user -> connection.map(each -> isIn(user, each)).orElse(true))
            .limit(request.path("limit").asLong(Long.MAX_VALUE))
            .toList();
    String id = Ids.of("job_", UUID.randomUUID().toString());
    return new ExportJob(id, request, connection, now, users, new AtomicInteger());
  }

  private static boolean isIn(Auth0User user, Auth0Connection connection) {
    return Identities.all(user).stream()
        .anyMatch(identity -> identity.connection().equals(connection.name()));
  }

  Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (JsonNode field : request.path("fields")) {
      String name = field.path("name").asText();
      columns.put(field.path("export_as").asText(name), name);
    }
    if (columns.isEmpty()) {
      DEFAULT_FIELDS.forEach(name -> columns.put(name, name));
    }
    return columns;
  }

  Map<String, Object> view() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", "users_export");
    view.put("status", "pending");
    connection.ifPresent(each -> view.put("connection_id", each.id()));
    for (String member : List.of("format", "limit", "fields")) {
      if (request.has(member)) {
        view.put(member, request.get(member));
      }
    }
    view.put("connection", connection.map(Auth0Connection::name).orElse(""));
    view.put("created_at", Times.format(created));
    view.put("id", id);
    return view;
  }
}
