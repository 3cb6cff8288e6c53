package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Settings {@code tenantResolver} and {@code unknownTenant}: which organization a user belongs to.
 */
public sealed interface TenantRule {

  /** Users get no organization. */
  record None() implements TenantRule {}

  /**
   * Every user of the pool belongs to one organization.
   *
   * @param tenantId its alias
   */
  record Static(String tenantId, UnknownTenant unknown) implements TenantRule {}

  /** The directory says which: {@link DirectoryUser#tenantId()}. */
  record Dynamic(UnknownTenant unknown) implements TenantRule {}

  /** What happens to a tenant that has no organization here. */
  enum UnknownTenant {
    CREATE,
    IGNORE,
    REJECT
  }

  /** Where a user belongs. */
  sealed interface Membership {
    /** To no organization. */
    record Nowhere() implements Membership {}

    /** To the organization with this alias, which may have to be created. */
    record Organization(String alias) implements Membership {}

    /** To one that does not exist here, so the sign-in is refused. */
    record Refused(String tenantId) implements Membership {}
  }

  /**
   * Decides where a user belongs.
   *
   * @param exists whether an organization with an alias exists
   */
  default Membership membership(DirectoryUser user, Predicate<String> exists) {
    if (this instanceof Static fixed) {
      return known(Optional.of(fixed.tenantId()), fixed.unknown(), exists);
    }
    if (this instanceof Dynamic dynamic) {
      return known(user.tenantId(), dynamic.unknown(), exists);
    }
    return new Membership.Nowhere();
  }

  private static Membership known(
      Optional<String> tenantId, UnknownTenant unknown, Predicate<String> exists) {
    if (tenantId.isEmpty()) {
      return new Membership.Nowhere();
    }
    String alias = tenantId.get();
    if (exists.test(alias)) {
      return new Membership.Organization(alias);
    }
    return switch (unknown) {
      case CREATE -> new Membership.Organization(alias);
      case IGNORE -> new Membership.Nowhere();
      case REJECT -> new Membership.Refused(alias);
    };
  }
}
