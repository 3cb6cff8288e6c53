package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Names;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Computes the state that a user should have. The predicates ask about other users, {@code
 * emailTaken} only where addresses must be unique.
 */
public record Synchronization(
    AttributeMapping attributes,
    boolean emailAsUsername,
    Predicate<String> nameTaken,
    Predicate<String> emailTaken,
    Predicate<IdentityLink> linkTaken) {

  /**
   * Attributes that Keycloak writes itself: {@code UserModel.LOCALE}, {@code
   * TermsAndConditions.USER_ATTRIBUTE}.
   */
  public static final Set<String> CHOSEN_HERE = Set.of("locale", "terms_and_conditions");

  /**
   * What the directory decides: the profile (names, addresses, mapped attributes) and memberships
   * (roles, groups, tenants, links).
   */
  public record Scope(boolean profile, boolean memberships) {}

  /** Ids of roles and groups, aliases of organizations, and links. */
  public record Memberships(
      Set<String> roles, Set<String> groups, Set<String> tenants, Set<IdentityLink> links) {

    public static final Memberships NONE = new Memberships(Set.of(), Set.of(), Set.of(), Set.of());
  }

  /**
   * Everything a user has, whoever granted it: ids of direct roles and groups, aliases of
   * organizations and identity providers.
   */
  public record CurrentGrants(
      Set<String> roles, Set<String> groups, Set<String> tenants, Set<String> providers) {

    /** Nothing, or not read. */
    public static final CurrentGrants NOTHING =
        new CurrentGrants(Set.of(), Set.of(), Set.of(), Set.of());
  }

  /** Ignores {@code held} and {@code memberships} outside their scope. */
  public UserState next(
      UserState now,
      CurrentGrants held,
      DirectoryUser user,
      Memberships memberships,
      LinkStatus status,
      Scope scope) {
    boolean profile = scope.profile();
    boolean member = scope.memberships();
    Optional<String> email = profile ? email(now, user) : now.email();
    return new UserState(
        profile ? username(now, user) : now.username(),
        email,
        profile ? verified(now, user, email) : now.emailVerified(),
        profile ? unproved(user, email) : now.unprovedEmail(),
        profile ? user.name().first() : now.firstName(),
        profile ? user.name().last() : now.lastName(),
        user.loginName(),
        status,
        profile ? attributes(now, user) : now.attributes(),
        member
            ? granted(now.grantedRoles(), held.roles(), memberships.roles())
            : now.grantedRoles(),
        member
            ? granted(now.grantedGroups(), held.groups(), memberships.groups())
            : now.grantedGroups(),
        member ? granted(now.tenants(), held.tenants(), memberships.tenants()) : now.tenants(),
        member ? links(now.links(), held.providers(), memberships.links()) : now.links());
  }

  private String username(UserState now, DirectoryUser user) {
    String wanted = Usernames.of(user, emailAsUsername);
    return !wanted.equals(now.username()) && nameTaken.test(wanted) ? now.username() : wanted;
  }

  private Optional<String> email(UserState now, DirectoryUser user) {
    Optional<String> wanted = user.email().map(Names::folded);
    boolean clash =
        wanted.isPresent() && !wanted.equals(now.email()) && emailTaken.test(wanted.get());
    return clash ? now.email() : wanted;
  }

  /**
   * The directory and the person share this mark. The directory can withdraw its confirmation; the
   * person's proof holds while the address stays the same. An address that was not copied keeps its
   * mark.
   */
  private static boolean verified(UserState now, DirectoryUser user, Optional<String> email) {
    boolean taken = email.equals(user.email().map(Names::folded));
    boolean provedHere = email.isPresent() && email.equals(now.unprovedEmail());
    return taken
        ? user.emailVerified() || (provedHere && now.emailVerified())
        : now.emailVerified();
  }

  private static Optional<String> unproved(DirectoryUser user, Optional<String> email) {
    return email.filter(
        address -> !user.emailVerified() && user.email().map(Names::folded).equals(email));
  }

  /**
   * Keycloak also writes some of them when a person chooses a language or accepts the terms:
   * existing values belong to the person.
   */
  private Map<String, List<String>> attributes(UserState now, DirectoryUser user) {
    Map<String, List<String>> values = new LinkedHashMap<>(attributes.apply(user));
    values.replaceAll(
        (name, ofDirectory) -> {
          List<String> here = now.attributes().getOrDefault(name, List.of());
          return CHOSEN_HERE.contains(name) && !here.isEmpty() ? here : ofDirectory;
        });
    return values;
  }

  /** Excludes what others granted, so that the pool never revokes it. */
  private static Set<String> granted(Set<String> tracked, Set<String> held, Set<String> wanted) {
    Set<String> granted = new HashSet<>(wanted);
    granted.removeIf(id -> held.contains(id) && !tracked.contains(id));
    return granted;
  }

  /** Spares links made by others and accounts of other users. */
  private Set<IdentityLink> links(
      Set<IdentityLink> made, Set<String> held, Set<IdentityLink> wanted) {
    Set<String> ours = made.stream().map(IdentityLink::provider).collect(Collectors.toSet());
    return wanted.stream()
        .filter(link -> ours.contains(link.provider()) || !held.contains(link.provider()))
        .filter(link -> made.contains(link) || !linkTaken.test(link))
        .collect(Collectors.toUnmodifiableSet());
  }
}
