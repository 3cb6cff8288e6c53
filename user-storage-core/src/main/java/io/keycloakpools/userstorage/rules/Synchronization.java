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
 * What a user should look like after the directory was asked. Comparing it with what the user looks
 * like tells whether anything must be written at all.
 *
 * @param emailAsUsername the realm's switch of the same name
 * @param nameTaken whether another user of the realm has a username
 * @param emailTaken whether another user of the realm has an e-mail address and addresses must be
 *     unique
 * @param linkTaken whether another user of the realm is linked to an account of an identity
 *     provider
 */
public record Synchronization(
    AttributeMapping attributes,
    boolean emailAsUsername,
    Predicate<String> nameTaken,
    Predicate<String> emailTaken,
    Predicate<IdentityLink> linkTaken) {

  /**
   * Attributes that Keycloak itself writes for a person: {@code UserModel.LOCALE}, {@code
   * TermsAndConditions.USER_ATTRIBUTE}.
   */
  public static final Set<String> CHOSEN_HERE = Set.of("locale", "terms_and_conditions");

  /**
   * How much of a user the directory decides this time.
   *
   * @param profile names, addresses, mapped attributes
   * @param memberships roles, groups, tenants, links to identity providers
   */
  public record Scope(boolean profile, boolean memberships) {}

  /**
   * Memberships that the directory asks for.
   *
   * @param roles identifiers of roles
   * @param groups identifiers of groups
   * @param tenants aliases of organizations
   * @param links accounts at identity providers
   */
  public record Memberships(
      Set<String> roles, Set<String> groups, Set<String> tenants, Set<IdentityLink> links) {

    /** None at all. */
    public static final Memberships NONE = new Memberships(Set.of(), Set.of(), Set.of(), Set.of());
  }

  /**
   * What a user has, whoever gave it.
   *
   * @param roles identifiers of every role held directly
   * @param groups identifiers of every group that the user is in
   * @param tenants aliases of every organization that the user is a member of
   * @param providers aliases of every identity provider that the user is linked to
   */
  public record Held(
      Set<String> roles, Set<String> groups, Set<String> tenants, Set<String> providers) {

    /** Nothing, or nobody looked. */
    public static final Held NOTHING = new Held(Set.of(), Set.of(), Set.of(), Set.of());
  }

  /**
   * The user as they should be.
   *
   * @param now the user as they are
   * @param held not looked at outside the scope of memberships
   * @param memberships what the directory asks for; not looked at outside the scope
   */
  public UserState next(
      UserState now,
      Held held,
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
   * The mark has two owners: the directory, and the person who proves the address to Keycloak. What
   * the directory vouched for it can take back; what was proved here holds for as long as it is the
   * same address. An address that could not be taken over keeps its own mark.
   */
  private static boolean verified(UserState now, DirectoryUser user, Optional<String> email) {
    boolean taken = email.equals(user.email().map(Names::folded));
    boolean provedHere = email.isPresent() && email.equals(now.unprovedEmail());
    return taken
        ? user.emailVerified() || (provedHere && now.emailVerified())
        : now.emailVerified();
  }

  /** The address of which the directory says that its owner did not prove it. */
  private static Optional<String> unproved(DirectoryUser user, Optional<String> email) {
    return email.filter(
        address -> !user.emailVerified() && user.email().map(Names::folded).equals(email));
  }

  /**
   * The values of the mapped attributes. Some are written by Keycloak too, when a person chooses a
   * language or accepts the terms: once there is a value it is the person's.
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

  /** What somebody else gave stays theirs: the pool never takes it away later. */
  private static Set<String> granted(Set<String> tracked, Set<String> held, Set<String> wanted) {
    Set<String> granted = new HashSet<>(wanted);
    granted.removeIf(one -> held.contains(one) && !tracked.contains(one));
    return granted;
  }

  /**
   * A link that the person or an admin made stays theirs, and an account that another user is
   * linked to is not taken from them.
   */
  private Set<IdentityLink> links(
      Set<IdentityLink> made, Set<String> held, Set<IdentityLink> wanted) {
    Set<String> ours = made.stream().map(IdentityLink::provider).collect(Collectors.toSet());
    return wanted.stream()
        .filter(link -> ours.contains(link.provider()) || !held.contains(link.provider()))
        .filter(link -> made.contains(link) || !linkTaken.test(link))
        .collect(Collectors.toUnmodifiableSet());
  }
}
