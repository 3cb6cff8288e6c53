package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

record PoolsUsers(Optional<String> tenantField) implements UserReader {

  private static final SharedMembers.Organizations TENANTS =
      new SharedMembers.Organizations("tenants", "id", "name");

  @Override
  public DirectoryUser read(JsonNode user) throws InvalidUserException {
    UserFields fields = new UserFields(user);
    Optional<String> id = fields.text("id");
    Optional<String> username = fields.text("username");
    if (id.isEmpty() || username.isEmpty()) {
      throw new InvalidUserException("id or username is missing");
    }
    return SharedMembers.fill(
            DirectoryUser.builder(id.get(), username.get()), fields, fields.flag("emailVerified"))
        .loginName(fields.text("loginName").orElse(username.get()))
        .phoneNumber(fields.text("phoneNumber").orElse(null))
        .status(status(fields))
        .tenants(SharedMembers.tenants(fields, tenantField, TENANTS))
        .secondFactors(fields.names("secondFactors"))
        .socialIdentities(socialIdentities(fields))
        .build();
  }

  /** An unknown status might close the account. */
  private static AccountStatus status(UserFields user) throws InvalidUserException {
    String word = user.text("status").orElse("");
    return PoolsAccountStates.status(word)
        .orElseThrow(
            () ->
                new InvalidUserException(
                    "status is not one of the contract's" + PoolsAccountStates.forLog(word)));
  }

  private static List<SocialIdentity> socialIdentities(UserFields user)
      throws InvalidUserException {
    List<SocialIdentity> found = new ArrayList<>();
    Optional<String> email = user.text("email");
    for (UserFields each : user.objects("socialIdentities")) {
      Optional<String> connection = each.text("connection");
      Optional<String> id = each.text("userId");
      if (connection.isPresent() && id.isPresent()) {
        Optional<String> name = each.text("username").or(() -> email);
        found.add(new SocialIdentity(connection.get(), id.get(), name.orElse(id.get())));
      }
    }
    return found;
  }
}
