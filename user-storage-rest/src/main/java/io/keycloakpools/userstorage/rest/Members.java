package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.directory.Totp;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The members of a user object that are the same in both contracts. */
final class Members {

  private static final int DEFAULT_DIGITS = 6;
  private static final int DEFAULT_PERIOD = 30;
  private static final String DEFAULT_ALGORITHM = "HmacSHA1";

  /**
   * A list of organizations.
   *
   * @param list its name
   * @param alias member of each that becomes the alias
   * @param name member of each that people call it by
   */
  record Organizations(String list, String alias, String name) {}

  private Members() {}

  /** Adds what both contracts have; a missing list is an empty one, so that it takes away. */
  static DirectoryUser.Builder fill(DirectoryUser.Builder user, JsonNode json) {
    json.path("attributes")
        .properties()
        .forEach(each -> user.attribute(each.getKey(), texts(each.getValue())));
    return user.email(text(json, "email").orElse(null), flag(json, "emailVerified"))
        .name(
            text(json, "firstName").orElse(null),
            text(json, "lastName").orElse(null),
            text(json, "name").orElse(null))
        .roles(names(json, "roles"))
        .groups(names(json, "groups"))
        .requiredActions(names(json, "requiredActions"))
        .totps(totps(json));
  }

  /**
   * The user's tenants: those of the contract's list, or the values of the attribute that a setting
   * names.
   */
  static Set<Tenant> tenants(JsonNode user, Optional<String> field, Organizations in) {
    Set<Tenant> tenants = new LinkedHashSet<>();
    if (field.isPresent() && !field.get().equals(in.list())) {
      texts(user.path("attributes").path(field.get()))
          .forEach(alias -> tenants.add(new Tenant(alias, Optional.empty())));
      return tenants;
    }
    for (JsonNode each : user.path(in.list())) {
      text(each, in.alias())
          .ifPresent(alias -> tenants.add(new Tenant(alias, text(each, in.name()))));
    }
    return tenants;
  }

  /** A text or a number that is not blank. */
  static Optional<String> text(JsonNode json, String member) {
    JsonNode value = json.path(member);
    return Optional.of(value.isValueNode() && !value.isNull() ? value.asText() : "")
        .filter(text -> !text.isBlank());
  }

  /** Whether a member is true; the README of the plugin has {@code "true"} as well. */
  static boolean flag(JsonNode json, String member) {
    return "true".equalsIgnoreCase(json.path(member).asText());
  }

  /** The names in a list. */
  static Set<String> names(JsonNode json, String member) {
    return texts(json.path(member)).stream().collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The texts and numbers that a value or a list has, without blank ones. */
  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    Iterable<JsonNode> each = values.isArray() ? values : List.of(values);
    for (JsonNode value : each) {
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        texts.add(value.asText());
      }
    }
    return texts;
  }

  /** Whether they can be used here is decided where they are taken over. */
  private static List<Totp> totps(JsonNode user) {
    List<Totp> totps = new ArrayList<>();
    for (JsonNode each : user.path("totps")) {
      totps.add(
          new Totp(
              text(each, "secret").orElse(""),
              text(each, "name"),
              each.path("digits").asInt(DEFAULT_DIGITS),
              each.path("period").asInt(DEFAULT_PERIOD),
              text(each, "algorithm").orElse(DEFAULT_ALGORITHM),
              text(each, "encoding")));
    }
    return totps;
  }
}
