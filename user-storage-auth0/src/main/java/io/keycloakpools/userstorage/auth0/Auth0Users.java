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
 * Auth0's user objects ("User Profile Structure") as directory users. {@code user_id} is the
 * external id; a user has a password here if one of the identities is of the pool's connection.
 *
 * @param connection database connection whose users these are
 * @param tenantField path of the member that holds the tenant
 */
record Auth0Users(String connection, Optional<String> tenantField) {

  private static final List<String> LOGIN_NAMES = List.of("username", "email", "phone_number");

  /** Whether an object is a user of the connection. */
  boolean has(JsonNode user) {
    return isUser(user) && inConnection(user).findAny().isPresent();
  }

  /** Whether a user has a name that people sign in with, besides the e-mail address. */
  static boolean isCalled(DirectoryUser user, String name) {
    return Names.same(name, user.username()) || user.phoneNumber().filter(name::equals).isPresent();
  }

  /** Whether an object says who it is. */
  static boolean isUser(JsonNode user) {
    return !user.path("user_id").asText("").isEmpty();
  }

  DirectoryUser of(JsonNode user) {
    String id = user.path("user_id").asText();
    Map<String, List<String>> attributes = Paths.of(user);
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
   * What the person signs in to the connection with; the name that changes least first. Where the
   * connection's identity was linked to another one, its names are in {@code profileData} ("User
   * Account Linking") and the user's are the other's, which may be somebody else's in the
   * connection.
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

  /** Auth0 sets {@code name} to what the person signs in with where nobody gave one. */
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

  /** An enterprise connection's identifiers begin with its name: {@code connection|id}. */
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
