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

/** Members of a user object that both contracts share. */
final class SharedMembers {

  private static final int DEFAULT_DIGITS = 6;
  private static final int DEFAULT_PERIOD = 30;
  private static final String DEFAULT_ALGORITHM = "HmacSHA1";

  /**
   * @param list name of the member
   * @param alias member of each that becomes the alias
   * @param name member of each with the display name
   */
  record Organizations(String list, String alias, String name) {}

  private SharedMembers() {}

  /** A missing list is empty, so it revokes. */
  static DirectoryUser.Builder fill(
      DirectoryUser.Builder user, UserFields fields, boolean emailVerified)
      throws InvalidUserException {
    fields
        .object()
        .path("attributes")
        .properties()
        .forEach(each -> user.attribute(each.getKey(), texts(each.getValue())));
    return user.email(fields.text("email").orElse(null), emailVerified)
        .name(
            fields.text("firstName").orElse(null),
            fields.text("lastName").orElse(null),
            fields.text("name").orElse(null))
        .roles(fields.names("roles"))
        .groups(fields.names("groups"))
        .requiredActions(fields.names("requiredActions"))
        .totps(totps(fields));
  }

  /** Reads the contract's list, or the attribute that a setting names. */
  static Set<Tenant> tenants(UserFields user, Optional<String> field, Organizations in)
      throws InvalidUserException {
    Set<Tenant> tenants = new LinkedHashSet<>();
    if (field.isPresent() && !field.get().equals(in.list())) {
      new UserFields(user.object().path("attributes"))
          .names(field.get())
          .forEach(alias -> tenants.add(new Tenant(alias, Optional.empty())));
      return tenants;
    }
    for (UserFields each : user.objects(in.list())) {
      Optional<String> name = each.text(in.name());
      each.text(in.alias()).ifPresent(alias -> tenants.add(new Tenant(alias, name)));
    }
    return tenants;
  }

  /** A text or a number that is not blank. */
  static Optional<String> text(JsonNode json, String member) {
    JsonNode value = json.path(member);
    return Optional.of(value.isValueNode() && !value.isNull() ? value.asText() : "")
        .filter(text -> !text.isBlank());
  }

  /** Texts and numbers of a value or a list, without blank ones. */
  static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    Iterable<JsonNode> each = values.isArray() ? values : List.of(values);
    for (JsonNode value : each) {
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        texts.add(value.asText());
      }
    }
    return texts;
  }

  /** The core decides whether they can be used. */
  private static List<Totp> totps(UserFields user) throws InvalidUserException {
    List<Totp> totps = new ArrayList<>();
    for (UserFields app : user.objects("totps")) {
      JsonNode each = app.object();
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
