package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.rules.IdentityLink;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.Synchronization.CurrentGrants;
import io.keycloakpools.userstorage.rules.Synchronization.Memberships;
import io.keycloakpools.userstorage.rules.UserState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.JpaModel;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.models.jpa.entities.UserEntity;

/** Reads a Keycloak user into a {@link UserState}, and writes what differs back. */
public record UserStates(PoolSession current, Tenants tenants, IdentityLinks links) {

  private static Set<String> roleIds(UserModel user) {
    return user.getRoleMappingsStream().map(RoleModel::getId).collect(Collectors.toSet());
  }

  private static Set<String> groupIds(UserModel user) {
    return user.getGroupsStream().map(GroupModel::getId).collect(Collectors.toSet());
  }

  /** All grants, of any origin, of the kinds that the directory gives. */
  CurrentGrants currentGrants(UserModel user, Memberships wanted) {
    return new CurrentGrants(
        wanted.roles().isEmpty() ? Set.of() : roleIds(user),
        wanted.groups().isEmpty() ? Set.of() : groupIds(user),
        wanted.tenants().isEmpty() ? Set.of() : tenants.of(user),
        wanted.links().isEmpty()
            ? Set.of()
            : links.of(user).stream().map(IdentityLink::provider).collect(Collectors.toSet()));
  }

  /** The name by which the directory last knew the user. */
  public static String loginName(UserModel user) {
    return Optional.ofNullable(user.getFirstAttribute(PoolAttributes.LOGIN_NAME))
        .orElse(user.getUsername());
  }

  UserState read(UserModel user) {
    return new UserState(
        user.getUsername(),
        Optional.ofNullable(user.getEmail()),
        user.isEmailVerified(),
        Optional.ofNullable(user.getFirstAttribute(PoolAttributes.UNPROVED_EMAIL)),
        Optional.ofNullable(user.getFirstName()),
        Optional.ofNullable(user.getLastName()),
        loginName(user),
        LinkStatus.of(user.getFirstAttribute(PoolAttributes.STATUS)).orElse(LinkStatus.PENDING),
        mapped(user),
        stillGranted(user, PoolAttributes.GRANTED_ROLES, UserStates::roleIds),
        stillGranted(user, PoolAttributes.GRANTED_GROUPS, UserStates::groupIds),
        stillGranted(user, PoolAttributes.TENANT, tenants::of),
        madeLinks(user));
  }

  /** Grants of the pool that the user still has. */
  private static Set<String> stillGranted(
      UserModel user, String attribute, Function<UserModel, Set<String>> current) {
    Set<String> granted = user.getAttributeStream(attribute).collect(Collectors.toSet());
    if (!granted.isEmpty()) {
      granted.retainAll(current.apply(user));
    }
    return granted;
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
    set(user, PoolAttributes.STATUS, Set.of(next.status().code()));
    boolean migrated = next.status() == LinkStatus.MIGRATED;
    notes(next).forEach((name, values) -> set(user, name, migrated ? Set.of() : values));
  }

  private static Map<String, Set<String>> notes(UserState state) {
    return Map.of(
        PoolAttributes.LOGIN_NAME,
        state.loginName().equals(state.username()) ? Set.of() : Set.of(state.loginName()),
        PoolAttributes.UNPROVED_EMAIL,
        state.unprovedEmail().map(Set::of).orElse(Set.of()),
        PoolAttributes.GRANTED_ROLES,
        state.grantedRoles(),
        PoolAttributes.GRANTED_GROUPS,
        state.grantedGroups(),
        PoolAttributes.TENANT,
        state.tenants(),
        PoolAttributes.LINKS,
        state.links().stream().map(IdentityLink::key).collect(Collectors.toSet()));
  }

  private Map<String, List<String>> mapped(UserModel user) {
    Map<String, List<String>> values = new HashMap<>();
    for (String target : current.config().attributeMappings().targets()) {
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
    change(
        now.grantedRoles(),
        next.grantedRoles(),
        id -> user.deleteRoleMapping(current.realm().getRoleById(id)),
        id -> user.grantRole(current.realm().getRoleById(id)));
    change(
        now.grantedGroups(),
        next.grantedGroups(),
        id -> user.leaveGroup(current.realm().getGroupById(id)),
        id -> user.joinGroup(current.realm().getGroupById(id)));
    change(
        now.tenants(),
        next.tenants(),
        alias -> tenants.leave(user, alias),
        alias -> tenants.join(user, alias));
    change(
        now.links(), next.links(), link -> links.cut(user, link), link -> links.make(user, link));
  }

  private static <T> void change(Set<T> now, Set<T> next, Consumer<T> take, Consumer<T> give) {
    now.stream().filter(value -> !next.contains(value)).forEach(take);
    next.stream().filter(value -> !now.contains(value)).forEach(give);
  }

  /** Ignores order: equal values are not written. */
  private static void set(UserModel user, String name, Set<String> values) {
    if (!values.equals(user.getAttributeStream(name).collect(Collectors.toSet()))) {
      set(user, name, List.copyOf(values));
    }
  }

  private static void set(UserModel user, String name, List<String> values) {
    if (values.equals(user.getAttributeStream(name).toList())) {
      return;
    }
    if (values.isEmpty()) {
      user.removeAttribute(name);
    } else if (!replaced(user, name, values)) {
      user.setAttribute(name, values);
    }
  }

  /**
   * Writes as many new values into the rows of the old ones: {@code UserAdapter.setAttribute}
   * deletes and inserts them, and {@code setSingleAttribute} sends a delete too.
   */
  private static boolean replaced(UserModel user, String name, List<String> values) {
    if (!(user instanceof JpaModel<?> jpa && jpa.getEntity() instanceof UserEntity entity)) {
      return false;
    }
    List<UserAttributeEntity> rows =
        entity.getAttributes().stream().filter(row -> name.equals(row.getName())).toList();
    if (rows.size() != values.size()) {
      return false;
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).setValue(values.get(i));
    }
    return true;
  }
}
