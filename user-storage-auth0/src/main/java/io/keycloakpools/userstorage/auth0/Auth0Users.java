package io.keycloakpools.userstorage.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Maps user objects ("User Profile Structure"). Users without an identity in the connection have no
 * password here.
 */
record Auth0Users(String connection, Optional<String> tenantField) {

  private static final List<String> LOGIN_NAMES = List.of("username", "email", "phone_number");

  boolean has(JsonNode user) {
    return isUser(user) && inConnection(user).findAny().isPresent();
  }

  /** Ignores the e-mail address. */
  static boolean hasName(DirectoryUser user, String name) {
    return Names.same(name, user.username()) || user.phoneNumber().filter(name::equals).isPresent();
  }

  static boolean isUser(JsonNode user) {
    return !user.path("user_id").asText("").isEmpty();
  }

  DirectoryUser of(JsonNode user) {
    String id = user.path("user_id").asText();
    Map<String, List<String>> attributes = AttributePaths.of(user);
    DirectoryUser.Builder built =
        DirectoryUser.builder(id, text(user, "username").orElse(id))
            .loginName(loginName(user).orElse(id))
            .email(text(user, "email").orElse(null), user.path("email_verified").asBoolean(false))
            .phoneNumber(text(user, "phone_number").orElse(null))
            .name(
                text(user, "given_name").orElse(null),
                text(user, "family_name").orElse(null),
                fullName(user).orElse(null))
            .status(status(user))
            .secondFactors(secondFactors(user))
            .socialIdentities(socialIdentities(user))
            .tenantId(
                tenantField
                    .map(field -> attributes.getOrDefault(field, List.of()))
                    .flatMap(values -> values.stream().findFirst())
                    .orElse(null));
    attributes.forEach(built::attribute);
    return built.build();
  }

  /**
   * The name that changes least comes first. A linked identity has its names in {@code profileData}
   * ("User Account Linking"); the user's own may be another person's in the connection.
   */
  private Optional<String> loginName(JsonNode user) {
    return inConnection(user)
        .map(identity -> isPrimary(user, identity) ? user : identity.path("profileData"))
        .flatMap(names -> LOGIN_NAMES.stream().map(member -> text(names, member)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isPrimary(JsonNode user, JsonNode identity) {
    String id = identity.path("provider").asText() + "|" + identity.path("user_id").asText();
    return id.equals(user.path("user_id").asText());
  }

  /** Auth0 fills a missing {@code name} with the login name. */
  private static Optional<String> fullName(JsonNode user) {
    return text(user, "name")
        .filter(
            name ->
                LOGIN_NAMES.stream()
                    .map(member -> text(user, member).orElse(""))
                    .noneMatch(own -> Names.same(own, name)));
  }

  private AccountStatus status(JsonNode user) {
    if (user.path("blocked").asBoolean(false)) {
      return new AccountStatus.Unusable(UnusableReason.BLOCKED);
    }
    return has(user)
        ? new AccountStatus.Usable()
        : new AccountStatus.Unusable(UnusableReason.EXTERNAL);
  }

  private Stream<JsonNode> inConnection(JsonNode user) {
    return identities(user)
        .filter(identity -> connection.equals(identity.path("connection").asText()));
  }

  private static Set<String> secondFactors(JsonNode user) {
    Set<String> factors = new LinkedHashSet<>();
    user.path("multifactor").forEach(factor -> factors.add(factor.asText()));
    factors.remove("");
    return factors;
  }

  private List<SocialIdentity> socialIdentities(JsonNode user) {
    List<SocialIdentity> found = new ArrayList<>();
    identities(user)
        .filter(identity -> !connection.equals(identity.path("connection").asText()))
        .map(identity -> socialIdentity(user, identity))
        .filter(identity -> !identity.userId().isEmpty())
        .forEach(found::add);
    return found;
  }

  /** Enterprise identifiers have the form {@code connection|id}. */
  private static SocialIdentity socialIdentity(JsonNode user, JsonNode identity) {
    String at = identity.path("connection").asText();
    String id = identity.path("user_id").asText("");
    JsonNode profile = identity.path("profileData");
    String name =
        Stream.of(text(profile, "email"), text(profile, "nickname"), text(user, "email"))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(id);
    String prefix = at + "|";
    return new SocialIdentity(
        at, id.startsWith(prefix) ? id.substring(prefix.length()) : id, Names.folded(name));
  }

  private static Stream<JsonNode> identities(JsonNode user) {
    return StreamSupport.stream(user.path("identities").spliterator(), false);
  }

  private static Optional<String> text(JsonNode node, String member) {
    return Optional.of(node.path(member).asText("")).filter(text -> !text.isBlank());
  }
}
