package io.keycloakpools.userstorage.users;

import io.keycloakpools.common.Word;
import io.keycloakpools.common.reference.PoolGroup;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.pool.RealmPool;
import io.keycloakpools.userstorage.rules.ImportedIdentity;
import io.keycloakpools.userstorage.rules.LinkStatus;
import io.keycloakpools.userstorage.rules.NameOwner;
import io.keycloakpools.userstorage.rules.NameOwner.Accounts;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import io.keycloakpools.userstorage.rules.Synchronization.Scope;
import io.keycloakpools.userstorage.rules.Usernames;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Finds the user whom an earlier import created, or creates a pending one. Never touches an account
 * that this pool did not import.
 */
public final class UserImporter {

  public sealed interface Import permits Imported, Clash {

    <R> R fold(
        Function<? super Imported, ? extends R> imported,
        Function<? super Clash, ? extends R> clash);
  }

  public record Imported(UserModel user, boolean created) implements Import {

    @Override
    public <R> R fold(
        Function<? super Imported, ? extends R> imported,
        Function<? super Clash, ? extends R> clash) {
      return imported.apply(this);
    }
  }

  /** Another account has the {@code username} or {@code email} that {@code field} names. */
  public record Clash(String externalId, String field, String localUserId) implements Import {

    @Override
    public <R> R fold(
        Function<? super Imported, ? extends R> imported,
        Function<? super Clash, ? extends R> clash) {
      return clash.apply(this);
    }
  }

  private static final Scope PROFILE = new Scope(true, false);

  private final PoolSession current;
  private final LocalUsers locals;

  public UserImporter(PoolSession current) {
    this.current = current;
    this.locals = new LocalUsers(current.session(), current.realm());
  }

  public Import importUser(DirectoryUser from) {
    if (locals.nobody(from.externalId(), username(from), from.email())) {
      return created(from);
    }
    Optional<UserModel> known = locals.imported(current.pool().id(), from.externalId());
    if (known.isPresent() && refreshed(known.get(), from)) {
      return new Imported(known.get(), false);
    }
    return present(from).orElseGet(() -> created(from));
  }

  /**
   * Writes a new name or address, with which the user could not sign in otherwise.
   *
   * @return false if the user was deleted meanwhile
   */
  private boolean refreshed(UserModel user, DirectoryUser from) {
    if (!current.pool().owns(user) || !current.config().syncAttributes()) {
      return true;
    }
    LinkStatus status =
        LinkStatus.of(user.getFirstAttribute(PoolAttributes.STATUS)).orElse(LinkStatus.PENDING);
    return new UserSynchronizer(current).upToDate(user, from, status, PROFILE)
        || new UserTransaction(current)
            .change(
                user,
                (own, fresh) -> new UserSynchronizer(own).apply(fresh, from, status, PROFILE));
  }

  /** May find the same user, imported by another request a moment ago. */
  private Optional<Import> present(DirectoryUser from) {
    Accounts<UserModel> accounts =
        new Accounts<>(locals::localByUsername, locals::localByUniqueEmail, locals::localByAddress);
    return NameOwner.find(username(from), from.email(), accounts)
        .map(owner -> samePersonOrClash(from, owner.account(), Word.of(owner.field())));
  }

  private String username(DirectoryUser from) {
    return Usernames.of(from, current.realm().isRegistrationEmailAsUsername());
  }

  private Import samePersonOrClash(DirectoryUser from, UserModel other, String field) {
    boolean same =
        new ImportedIdentity(current.pool().id(), from.externalId())
            .owns(
                Optional.ofNullable(other.getFirstAttribute(PoolAttributes.POOL)),
                Optional.ofNullable(other.getFirstAttribute(PoolAttributes.EXTERNAL_ID)));
    return same ? new Imported(other, false) : new Clash(from.externalId(), field, other.getId());
  }

  Optional<String> clash(DirectoryUser from) {
    return present(from).filter(Clash.class::isInstance).map(Clash.class::cast).map(Clash::field);
  }

  /**
   * Runs in its own transaction: among concurrent imports of one user, the database lets one win.
   */
  private Import created(DirectoryUser from) {
    try {
      String id = new UserTransaction(current).run(own -> create(own, from));
      return new Imported(locals.localById(id).orElseThrow(), true);
    } catch (ModelException lost) {
      return present(from).orElseThrow(() -> lost);
    }
  }

  private String create(PoolSession own, DirectoryUser from) {
    RealmModel realm = own.realm();
    Pool pool = own.pool();
    PoolProfile.declare(own.session(), RealmPool.names(own.session(), realm));
    UserModel user = new NewUser(own).add(from, username(from));
    user.setSingleAttribute(PoolAttributes.POOL, pool.id());
    user.setSingleAttribute(PoolAttributes.EXTERNAL_ID, from.externalId());
    new UserSynchronizer(own).apply(user, from, LinkStatus.PENDING, PROFILE);
    own.config()
        .group()
        .map(path -> new PoolGroup(pool.name(), path, pool.references()))
        .ifPresent(group -> group.join(own.session(), realm, user));
    return user.getId();
  }
}
