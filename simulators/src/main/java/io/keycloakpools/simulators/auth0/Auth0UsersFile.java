package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A JSON array of users for {@link Auth0SimulatorMain}, with the names of the Management API. Only
 * {@code userId} is required; an unknown member is an error.
 */
final class Auth0UsersFile {
  private Auth0UsersFile() {}

  record Linked(String connection, String provider, String userId, boolean isSocial) {}

  record Entry(
      String userId,
      String connection,
      Map<String, JsonNode> profile,
      String password,
      List<Linked> linked,
      List<String> roles,
      Map<String, List<String>> organizations,
      List<Auth0SecondFactor> secondFactors) {

    Auth0User toUser() {
      Auth0User.Builder user = Auth0User.builder(userId);
      Optional.ofNullable(connection).ifPresent(user::connection);
      Optional.ofNullable(password).ifPresent(user::password);
      given(profile).forEach(user::attribute);
      given(roles).forEach(user::role);
      given(secondFactors).forEach(user::secondFactor);
      given(organizations)
          .forEach((id, names) -> user.organization(id, names.toArray(new String[0])));
      given(linked)
          .forEach(
              each -> user.identity(each.connection, each.provider, each.userId, each.isSocial));
      return user.build();
    }

    private static <T> List<T> given(List<T> list) {
      return Objects.requireNonNullElse(list, List.of());
    }

    private static <T> Map<String, T> given(Map<String, T> map) {
      return Objects.requireNonNullElse(map, Map.of());
    }

    @Override
    public String toString() {
      return "Entry[" + userId + "]";
    }
  }

  static List<Auth0User> read(Path file) throws IOException {
    List<Entry> entries =
        new ObjectMapper().readValue(file.toFile(), new TypeReference<List<Entry>>() {});
    return entries.stream().map(Entry::toUser).toList();
  }
}
