package io.keycloakpools.userstorage;

import io.keycloakpools.userstorage.rules.IdentityLink;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.Synchronization.Held;
import io.keycloakpools.userstorage.rules.UserState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Reads a Keycloak user into a {@link UserState}, and writes what differs back. */
record UserStates(RealmModel realm, Pool pool, Tenants tenants, IdentityLinks links) {

  /** Identifiers of the roles that a user holds directly. */
  private static Set<String> heldRoles(UserModel user) {
    return user.getRoleMappingsStream().map(RoleModel::getId).collect(Collectors.toSet());
  }

  /** What a user has of what the directory has a say about, whoever gave it. */
  Held held(UserModel user) {
    return new Held(
        heldRoles(user),
        links.of(user).stream().map(IdentityLink::provider).collect(Collectors.toSet()));
  }

  UserState read(UserModel user) {
    Set<String> granted =
        user.getAttributeStream(PoolAttributes.GRANTED_ROLES).collect(Collectors.toSet());
    if (!granted.isEmpty()) {
      granted.retainAll(heldRoles(user));
    }
    return new UserState(
        user.getUsername(),
        Optional.ofNullable(user.getEmail()),
        user.isEmailVerified(),
        Optional.ofNullable(user.getFirstName()),
        Optional.ofNullable(user.getLastName()),
        Optional.ofNullable(user.getFirstAttribute(PoolAttributes.LOGIN_NAME))
            .orElse(user.getUsername()),
        LinkStatus.of(user.getFirstAttribute(PoolAttributes.STATUS)).orElse(LinkStatus.PENDING),
        mapped(user),
        granted,
        Optional.ofNullable(user.getFirstAttribute(PoolAttributes.TENANT)),
        madeLinks(user));
  }

  private Set<IdentityLink> madeLinks(UserModel user) {
    Set<String> made = user.getAttributeStream(PoolAttributes.LINKS).collect(Collectors.toSet());
    return made.isEmpty()
        ? Set.of()
        : links.of(user).stream()
            .filter(link -> made.contains(link.key()))
            .collect(Collectors.toSet());
  }

  void write(UserModel user, UserState now, UserState next) {
    writeProfile(user, now, next);
    next.attributes().forEach((name, values) -> set(user, name, values));
    writeMemberships(user, now, next);
    boolean migrated = next.status() == LinkStatus.MIGRATED;
    set(user, PoolAttributes.STATUS, List.of(next.status().code()));
    set(user, PoolAttributes.LOGIN_NAME, migrated ? List.of() : List.of(next.loginName()));
    set(
        user,
        PoolAttributes.GRANTED_ROLES,
        migrated ? List.of() : List.copyOf(next.grantedRoles()));
    set(user, PoolAttributes.TENANT, migrated ? List.of() : next.tenant().stream().toList());
    set(
        user,
        PoolAttributes.LINKS,
        migrated ? List.of() : next.links().stream().map(IdentityLink::key).toList());
  }

  private Map<String, List<String>> mapped(UserModel user) {
    Map<String, List<String>> values = new HashMap<>();
    for (String target : pool.config().attributeMappings().targets()) {
      values.put(target, user.getAttributeStream(target).toList());
    }
    return values;
  }

  private static void writeProfile(UserModel user, UserState now, UserState next) {
    if (!next.username().equals(now.username())) {
      user.setUsername(next.username());
    }
    if (!next.email().equals(now.email())) {
      user.setEmail(next.email().orElse(null));
    }
    if (next.emailVerified() != now.emailVerified()) {
      user.setEmailVerified(next.emailVerified());
    }
    if (!next.firstName().equals(now.firstName())) {
      user.setFirstName(next.firstName().orElse(null));
    }
    if (!next.lastName().equals(now.lastName())) {
      user.setLastName(next.lastName().orElse(null));
    }
  }

  private void writeMemberships(UserModel user, UserState now, UserState next) {
    next.grantedRoles().stream()
        .filter(role -> !now.grantedRoles().contains(role))
        .map(realm::getRoleById)
        .forEach(user::grantRole);
    now.grantedRoles().stream()
        .filter(role -> !next.grantedRoles().contains(role))
        .map(realm::getRoleById)
        .forEach(user::deleteRoleMapping);
    now.links().stream()
        .filter(link -> !next.links().contains(link))
        .forEach(link -> links.cut(user, link));
    next.links().stream()
        .filter(link -> !now.links().contains(link))
        .forEach(link -> links.make(user, link));
    if (!next.tenant().equals(now.tenant())) {
      now.tenant().ifPresent(alias -> tenants.leave(user, alias));
      next.tenant().ifPresent(alias -> tenants.join(user, alias));
    }
  }

  private static void set(UserModel user, String name, List<String> values) {
    if (values.equals(user.getAttributeStream(name).toList())) {
      return;
    }
    if (values.isEmpty()) {
      user.removeAttribute(name);
    } else {
      user.setAttribute(name, values);
    }
  }
}
