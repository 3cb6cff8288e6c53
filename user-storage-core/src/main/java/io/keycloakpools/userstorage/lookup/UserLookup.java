package io.keycloakpools.userstorage.lookup;

import io.keycloakpools.userstorage.answer.Refusals;
import io.keycloakpools.userstorage.answer.SignInContext;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.pool.PoolSession;
import io.keycloakpools.userstorage.users.LocalUsers;
import io.keycloakpools.userstorage.users.UserImporter;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.UserModel;

/**
 * Looks up a directory user by a name that no account of the realm has.
 *
 * <p>An outage is not "user unknown". Outside a sign-in it is a {@link
 * DirectoryUnavailableException}, and Keycloak asks the other providers. At a sign-in that would
 * count as a wrong password, so the pool asks the providers behind it and, if none knows the name,
 * has the person come back later.
 */
public final class UserLookup {

  private static final Logger LOG = Logger.getLogger(UserLookup.class);

  private final PoolSession current;
  private final SignInContext context;
  private final Refusals refusals;
  private final LocalUsers locals;
  private final UserImporter importer;
  private final LookupOutcomes outcomes;
  private final DirectoryQueries queries;

  public UserLookup(PoolSession current) {
    this.current = current;
    this.context = new SignInContext(current.session());
    this.refusals = new Refusals(current);
    this.locals = new LocalUsers(current.session(), current.realm());
    this.importer = new UserImporter(current);
    this.outcomes = new LookupOutcomes(current.pool().observer());
    this.queries = new DirectoryQueries(current.pool(), context, outcomes);
  }

  /** At a sign-in Keycloak asks for the same text as a username next, which settles an outage. */
  public UserModel byEmail(String email) {
    if (!context.served(current.pool()) || locals.localByUniqueEmail(email).isPresent()) {
      return null;
    }
    Lookup answer = queries.askByEmail(email);
    if (answer instanceof Lookup.Unavailable unavailable) {
      throw new DirectoryUnavailableException(current.pool(), unavailable.outage().reason());
    }
    return user(answer).orElse(null);
  }

  /** "Forgot password" asks for an e-mail address as a username first; its owner is found next. */
  public UserModel byUsername(String username) {
    if (!context.served(current.pool()) || locals.localByAddress(username).isPresent()) {
      return null;
    }
    Lookup answer = queries.askByUsername(username);
    if (!(answer instanceof Lookup.Unavailable unavailable)) {
      return user(answer).orElse(null);
    }
    if (!context.active() || context.atRequiredAction() || refusals.alreadyRefused()) {
      throw new DirectoryUnavailableException(current.pool(), unavailable.outage().reason());
    }
    return new ProvidersBehind(current)
        .byUsername(username)
        .orElseThrow(() -> refusals.tryLater(null, unavailable.outage()));
  }

  /**
   * Imports the user with exactly this username or e-mail address, if the realm lacks them. An
   * outage finds nobody.
   */
  public Stream<UserModel> newUser(String text) {
    return queries.askBySearch(text) instanceof Lookup.Found found
            && outcomes.record(importer.importUser(found.user()))
                instanceof UserImporter.Imported imported
            && imported.created()
        ? Stream.of(imported.user())
        : Stream.empty();
  }

  /** The directory's data of a user whom this request looked up. */
  public Optional<DirectoryUser> found(String externalId) {
    return queries.found(externalId);
  }

  private Optional<UserModel> user(Lookup answer) {
    return answer.fold(
        from -> imported(from, outcomes.record(importer.importUser(from))),
        Optional::empty,
        this::ambiguous,
        outage -> Optional.empty());
  }

  private Optional<UserModel> ambiguous(int matches) {
    LOG.warnf(
        "User pool '%s' (%s) takes nobody for a name that fits %d users of the directory. Have"
            + " them sign in with their username, or verify one's e-mail address there.",
        current.pool().name(), current.pool().id(), matches);
    return Optional.empty();
  }

  private Optional<UserModel> imported(DirectoryUser from, UserImporter.Import result) {
    return result.fold(
        known -> Optional.of(known.user()),
        clash -> {
          if (refusals.clash(clash) && new PasswordProof(current.pool(), context).isGivenBy(from)) {
            throw refusals.explainedClash();
          }
          return Optional.empty();
        });
  }
}
