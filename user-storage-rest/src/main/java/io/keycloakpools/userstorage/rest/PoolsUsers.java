package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Users of the contract {@code pools}.
 *
 * @param tenantField setting {@code tenantIdFieldName}
 */
record PoolsUsers(Optional<String> tenantField) implements UserReader {

  private static final Members.Organizations TENANTS =
      new Members.Organizations("tenants", "id", "name");

  @Override
  public DirectoryUser read(JsonNode user) throws InvalidUserException {
    Optional<String> id = Members.text(user, "id");
    Optional<String> username = Members.text(user, "username");
    if (id.isEmpty() || username.isEmpty()) {
      throw new InvalidUserException("a user without id or username");
    }
    return Members.fill(DirectoryUser.builder(id.get(), username.get()), user)
        .loginName(Members.text(user, "loginName").orElse(username.get()))
        .phoneNumber(Members.text(user, "phoneNumber").orElse(null))
        .status(status(user))
        .tenants(Members.tenants(user, tenantField, TENANTS))
        .secondFactors(Members.names(user, "secondFactors"))
        .socialIdentities(socialIdentities(user))
        .build();
  }

  /** A status that is not known may be one that closes the account. */
  private static AccountStatus status(JsonNode user) throws InvalidUserException {
    String word = Members.text(user, "status").orElse("");
    return Words.status(word)
        .orElseThrow(() -> new InvalidUserException("a user with a status that is not known"));
  }

  private static List<SocialIdentity> socialIdentities(JsonNode user) {
    List<SocialIdentity> found = new ArrayList<>();
    for (JsonNode each : user.path("socialIdentities")) {
      Optional<String> connection = Members.text(each, "connection");
      Optional<String> id = Members.text(each, "userId");
      if (connection.isPresent() && id.isPresent()) {
        Optional<String> name =
            Members.text(each, "username").or(() -> Members.text(user, "email"));
        found.add(new SocialIdentity(connection.get(), id.get(), name.orElse(id.get())));
      }
    }
    return found;
  }
}
