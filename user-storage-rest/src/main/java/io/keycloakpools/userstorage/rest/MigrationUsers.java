package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.Locale;
import java.util.Optional;

/** {@code LegacyUser} of the plugin. */
record MigrationUsers(Optional<String> tenantField) implements UserReader {

  private static final SharedMembers.Organizations ORGANIZATIONS =
      new SharedMembers.Organizations("organizations", "orgAlias", "orgName");

  /** Marks a username that replaces the identifier; no identifier begins like this. */
  private static final String BY_NAME = "username:";

  @Override
  public DirectoryUser read(JsonNode user) throws InvalidUserException {
    UserFields fields = new UserFields(user);
    String username =
        fields.text("username").orElseThrow(() -> new InvalidUserException("username is missing"));
    return SharedMembers.fill(
            DirectoryUser.builder(externalId(fields, username), username),
            fields,
            fields.jacksonBoolean("emailVerified"))
        .status(status(fields))
        .tenants(SharedMembers.tenants(fields, tenantField, ORGANIZATIONS))
        .build();
  }

  static boolean isIdentifier(String externalId) {
    return !externalId.startsWith(BY_NAME);
  }

  /**
   * Without an identifier, the username in lower case replaces it. An identifier equal to the
   * username adds nothing.
   */
  private static String externalId(UserFields user, String username) throws InvalidUserException {
    return user.text("id")
        .filter(id -> !Names.same(id, username))
        .orElse(BY_NAME + username.toLowerCase(Locale.ROOT));
  }

  /** As in the plugin, a missing {@code enabled} is false. */
  private static AccountStatus status(UserFields user) throws InvalidUserException {
    return user.jacksonBoolean("enabled")
        ? new AccountStatus.Usable()
        : new AccountStatus.Unusable(UnusableReason.DISABLED);
  }
}
