package io.keycloakpools.userstorage.users;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.rules.Usernames;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

/**
 * Finds directory users whose first sign-in will fail: another account has their name or address,
 * or the realm's user profile refuses their data. Writes nothing.
 */
public record UserPreview(PoolSession current) {

  /** Limits the users looked at: each costs a few statements. */
  public static final int MOST = 100;

  private static final String UNDER_WAY = UserPreview.class.getName();

  public sealed interface Preview permits Checked, Unavailable {}

  record Checked(int checked, boolean more, List<Problem> problems) implements Preview {}

  public record Unavailable(Outage outage) implements Preview {}

  /**
   * A user whose first sign-in will fail. {@code clash}, a field, or {@code profile}, attribute
   * names with message keys, tells why; the other may be null.
   */
  public record Problem(String externalId, String username, String clash, String profile) {}

  /**
   * Keycloak's validators look up other accounts by name in every pool, and must not import then.
   */
  public static boolean underWay(KeycloakSession session) {
    return session.getAttribute(UNDER_WAY) != null;
  }

  public Preview first(int limit) {
    Listing listing = current.pool().directory().listUsers(Optional.empty(), limit);
    current.session().setAttribute(UNDER_WAY, true);
    try {
      return preview(listing, limit);
    } finally {
      current.session().removeAttribute(UNDER_WAY);
    }
  }

  private Preview preview(Listing listing, int limit) {
    return listing.fold(page -> preview(page, limit), Unavailable::new);
  }

  private Preview preview(Listing.Page page, int limit) {
    List<DirectoryUser> users = page.users().stream().limit(limit).toList();
    return new Checked(
        users.size(),
        page.next().isPresent() || users.size() < page.users().size(),
        users.stream().map(this::problem).flatMap(Optional::stream).toList());
  }

  private Optional<Problem> problem(DirectoryUser from) {
    LocalUsers locals = new LocalUsers(current.session(), current.realm());
    Optional<UserModel> imported = locals.imported(current.pool().id(), from.externalId());
    UserModel user = inMemory(imported.map(UserModel::getId), from);
    Optional<String> clash =
        imported.isPresent() ? Optional.empty() : new UserImporter(current).clash(from);
    String refused =
        clash.isPresent() || mayNotEdit()
            ? ""
            : new ProfileCheck(current.session(), user).refused();
    return clash.isEmpty() && refused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                from.externalId(),
                user.getUsername(),
                clash.orElse(null),
                refused.isEmpty() ? null : refused));
  }

  /** Keycloak asks nobody for data that they cannot change: see {@link PoolProfile#decorate}. */
  private boolean mayNotEdit() {
    return current.config().syncAttributes() && !current.config().justInTimeMigration();
  }

  private UserModel inMemory(Optional<String> id, DirectoryUser from) {
    UserModel user =
        new InMemoryUserAdapter(
            current.session(), current.realm(), id.orElseGet(() -> UUID.randomUUID().toString()));
    user.setUsername(Usernames.of(from, current.realm().isRegistrationEmailAsUsername()));
    new UserSynchronizer(current).applyProfile(user, from);
    return user;
  }
}
