package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.Locale;
import java.util.Optional;

/**
 * Users of the contract {@code user-migration} ({@code LegacyUser} of the plugin).
 *
 * @param tenantField setting {@code tenantIdFieldName}
 */
record MigrationUsers(Optional<String> tenantField) implements UserReader {

  private static final Members.Organizations ORGANIZATIONS =
      new Members.Organizations("organizations", "orgAlias", "orgName");

  /** In front of a username that stands for the identifier: no identifier begins like this. */
  private static final String BY_NAME = "username:";

  @Override
  public DirectoryUser read(JsonNode user) throws InvalidUserException {
    Fields fields = new Fields(user);
    String username =
        fields.text("username").orElseThrow(() -> new InvalidUserException("username is missing"));
    return Members.fill(
            DirectoryUser.builder(externalId(fields, username), username),
            fields,
            fields.flagAsJacksonReadsIt("emailVerified"))
        .status(status(fields))
        .tenants(Members.tenants(fields, tenantField, ORGANIZATIONS))
        .build();
  }

  /** Whether the user has an identifier of their own. */
  static boolean isIdentifier(String externalId) {
    return !externalId.startsWith(BY_NAME);
  }

  /**
   * The identifier; where there is none, the name in any case stands for it. An identifier that is
   * the username says no more than that.
   */
  private static String externalId(Fields user, String username) throws InvalidUserException {
    return user.text("id")
        .filter(id -> !Names.same(id, username))
        .orElse(BY_NAME + username.toLowerCase(Locale.ROOT));
  }

  /** As in the plugin, who is not said to be enabled is not. */
  private static AccountStatus status(Fields user) throws InvalidUserException {
    return user.flagAsJacksonReadsIt("enabled")
        ? new AccountStatus.Usable()
        : new AccountStatus.Unusable(UnusableReason.DISABLED);
  }
}
