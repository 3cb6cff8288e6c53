package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.pool.PoolReferences;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.rules.AttributeMapping;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.Synchronization;
import io.keycloakpools.userstorage.rules.Synchronization.Memberships;
import io.keycloakpools.userstorage.rules.Synchronization.Scope;
import io.keycloakpools.userstorage.rules.TenantRule.Membership;
import io.keycloakpools.userstorage.rules.UserState;
import io.keycloakpools.userstorage.rules.Usernames;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Synchronizes a user with the directory. Writes only what differs. */
public final class UserSynchronizer {

  private static final Logger LOG = Logger.getLogger(UserSynchronizer.class);

  private final PoolSession current;
  private final Tenants tenants;
  private final UserStates states;
  private final LocalUsers locals;
  private final IdentityLinks links;
  private final RealmGroups groups;
  private final RealmRoles roles;
  private final Takeover takeover;

  public UserSynchronizer(PoolSession current) {
    KeycloakSession session = current.session();
    RealmModel realm = current.realm();
    PoolReferences references = current.references();
    this.current = current;
    this.tenants = new Tenants(session);
    this.links =
        new IdentityLinks(
            session, realm, references.present(current.config().identityProviderMappings()));
    this.states = new UserStates(current, tenants, links);
    this.locals = new LocalUsers(session, realm);
    this.groups = new RealmGroups(session, realm, references);
    this.roles = new RealmRoles(realm, references);
    this.takeover = new Takeover(current);
  }

  /**
   * Creates the organizations of a user's tenants where permitted.
   *
   * @return false if one is missing, so that the user may not sign in
   */
  public boolean prepareTenant(DirectoryUser user) {
    return membership(user) instanceof Membership.Organizations organizations
        && organizations.tenants().stream().allMatch(tenants::ensure);
  }

  private Membership membership(DirectoryUser user) {
    return current.config().tenantRule().membership(user, tenants::exists);
  }

  /**
   * The first sign-in brings memberships; later ones bring anything only while attributes are
   * synced.
   */
  public Scope scopeAtSignIn(UserModel user) {
    boolean first = states.read(user).status() == LinkStatus.PENDING;
    boolean sync = current.config().syncAttributes();
    return new Scope(sync, sync || first);
  }

  public boolean upToDate(UserModel user, DirectoryUser from, LinkStatus status, Scope scope) {
    UserState now = states.read(user);
    return next(user, now, from, status, scope).equals(now);
  }

  public void apply(UserModel user, DirectoryUser from, LinkStatus status, Scope scope) {
    UserState now = states.read(user);
    UserState next = next(user, now, from, status, scope);
    states.write(user, now, next);
    takeover.run(user, from, now.status(), status);
    warnOfClash(user, from, next, scope);
    warnOfOmittedAttributes(user, from, scope);
  }

  /** Writes the profile into a user that is not stored. */
  void applyProfile(UserModel user, DirectoryUser from) {
    UserState now = states.read(user);
    states.write(user, now, next(user, now, from, now.status(), new Scope(true, false)));
  }

  private UserState next(
      UserModel user, UserState now, DirectoryUser from, LinkStatus status, Scope scope) {
    Synchronization rules =
        new Synchronization(
            current.config().attributeMappings(),
            current.realm().isRegistrationEmailAsUsername(),
            name ->
                isOther(user, locals.localByUsername(name))
                    || isOther(user, locals.localByAddress(name)),
            email -> isOther(user, locals.localByUniqueEmail(email)),
            link -> links.isOthers(user, link));
    Memberships wanted = scope.memberships() ? memberships(now, from) : Memberships.NONE;
    return rules.next(now, states.currentGrants(user, wanted), from, wanted, status, scope);
  }

  /** Roles and groups that the directory does not report stay as they are. */
  private Memberships memberships(UserState now, DirectoryUser from) {
    UserPoolConfig config = current.config();
    return new Memberships(
        from.roles()
            .map(names -> config.roleMappings().roleIds(names, roles))
            .orElse(now.grantedRoles()),
        from.groups()
            .map(names -> config.groupMappings().groupIds(names, groups))
            .orElse(now.grantedGroups()),
        membership(from) instanceof Membership.Organizations organizations
            ? organizations.tenants().stream().map(Tenant::id).collect(Collectors.toSet())
            : Set.of(),
        links.possible(from));
  }

  private static boolean isOther(UserModel user, Optional<UserModel> found) {
    return found.filter(other -> !other.getId().equals(user.getId())).isPresent();
  }

  private void warnOfClash(UserModel user, DirectoryUser from, UserState next, Scope scope) {
    if (!scope.profile()) {
      return;
    }
    Optional<String> email = from.email().map(Names::folded);
    if (email.isPresent() && !next.email().equals(email)) {
      warnOfClash(user, "e-mail address");
    }
    if (!next.username()
        .equals(Usernames.of(from, current.realm().isRegistrationEmailAsUsername()))) {
      warnOfClash(user, "username");
    }
  }

  private void warnOfOmittedAttributes(UserModel user, DirectoryUser from, Scope scope) {
    Set<String> attributes = current.config().attributeMappings().leftOut(from);
    if (scope.profile() && !attributes.isEmpty()) {
      LOG.warnf(
          "User pool '%s' (%s) leaves out values of %s of user %s: longer than %d characters, more"
              + " than %d, or with control characters.",
          current.pool().name(),
          current.pool().id(),
          attributes,
          user.getId(),
          AttributeMapping.LONGEST_VALUE,
          AttributeMapping.MOST_VALUES);
    }
  }

  private void warnOfClash(UserModel user, String field) {
    LOG.warnf(
        "User pool '%s' (%s) leaves the %s of user %s as it is: another account of this realm has"
            + " the directory's. Change or delete that account.",
        current.pool().name(), current.pool().id(), field, user.getId());
  }
}
