package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Tenant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Settings {@code tenantResolver} and {@code unknownTenant}. */
public sealed interface TenantRule {

  /** Among tenants with the same identifier, named ones come first. */
  Comparator<Tenant> BY_ID_AND_NAME =
      Comparator.comparing(Tenant::id)
          .thenComparing(tenant -> tenant.name().isEmpty())
          .thenComparing(tenant -> tenant.name().orElse(""));

  record None() implements TenantRule {}

  record Static(String tenantId, UnknownTenant unknown) implements TenantRule {}

  /** The directory decides: {@link DirectoryUser#tenants()}. */
  record Dynamic(UnknownTenant unknown) implements TenantRule {}

  enum UnknownTenant {
    CREATE,
    IGNORE,
    REJECT
  }

  sealed interface Membership {

    /** Some may have to be created. */
    record Organizations(Set<Tenant> tenants) implements Membership {
      public Organizations {
        tenants = Set.copyOf(tenants);
      }
    }

    /** The organization does not exist. */
    record Refused(String tenantId) implements Membership {}
  }

  default Membership membership(DirectoryUser user, Predicate<String> exists) {
    if (this instanceof Static fixed) {
      Tenant everybodys = new Tenant(fixed.tenantId(), Optional.empty());
      return known(List.of(everybodys), fixed.unknown(), exists);
    }
    if (this instanceof Dynamic dynamic) {
      return known(user.tenants(), dynamic.unknown(), exists);
    }
    return new Membership.Organizations(Set.of());
  }

  private static Membership known(
      Collection<Tenant> tenants, UnknownTenant unknown, Predicate<String> exists) {
    Map<String, Tenant> byId = new LinkedHashMap<>();
    for (Tenant tenant : tenants.stream().sorted(BY_ID_AND_NAME).toList()) {
      boolean known = exists.test(tenant.id());
      if (!known && unknown == UnknownTenant.REJECT) {
        return new Membership.Refused(tenant.id());
      }
      if (known || unknown == UnknownTenant.CREATE) {
        byId.putIfAbsent(tenant.id(), tenant);
      }
    }
    return new Membership.Organizations(Set.copyOf(byId.values()));
  }
}
