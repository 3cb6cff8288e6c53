package io.keycloakpools.simulators.cognito;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The users of the pool. Thread-safe; changes show at once. Methods take the Username, or the
 * e-mail address or phone number where the pool signs in with it, and throw {@link
 * NoSuchElementException} when there is no such user.
 */
public final class SimulatedCognitoUsers {
  private final CognitoPoolSettings pool;
  private final InstantSource clock;
  private final CognitoUserIndex index;
  private final NavigableMap<Long, StoredUser> bySequence = new TreeMap<>();
  private final SortedSet<String> groups = new TreeSet<>();
  private long lastSequence;

  SimulatedCognitoUsers(CognitoPoolSettings pool, InstantSource clock) {
    this.pool = pool;
    this.clock = clock;
    this.index = new CognitoUserIndex(pool);
  }

  /**
   * Returns the user as stored. In a pool with username attributes the given username becomes the
   * e-mail address (if it has an @) or phone number, unless the user has one, and the Username
   * becomes the sub.
   *
   * @throws IllegalStateException when the username, the sub or a username attribute is taken
   */
  public synchronized CognitoUser add(CognitoUser user) {
    CognitoUser stored = pool.usernameAttributes().isEmpty() ? user : namedBySub(user);
    if (!index.find(CognitoUserIndex.USERNAME, stored.username()).isEmpty()
        || !index.find(CognitoUserIndex.SUB, stored.sub()).isEmpty()
        || pool.usernameAttributes().stream().anyMatch(each -> isTaken(each, stored))) {
      throw new IllegalStateException("User " + stored.username() + " exists");
    }
    Instant now = clock.instant();
    put(new StoredUser(++lastSequence, stored, now, now));
    return stored;
  }

  public void addAll(Collection<CognitoUser> users) {
    users.forEach(this::add);
  }

  /** Letter case counts as the pool says. */
  public Optional<CognitoUser> find(String username) {
    return named(username).map(StoredUser::user);
  }

  public synchronized List<CognitoUser> all() {
    return bySequence.values().stream().map(StoredUser::user).toList();
  }

  /** Throws {@link IllegalArgumentException} when the change touches the immutable sub. */
  public synchronized CognitoUser update(
      String username, UnaryOperator<CognitoUser.Builder> change) {
    StoredUser old = require(username);
    CognitoUser changed = change.apply(old.user().toBuilder()).build();
    if (!changed.sub().equals(old.user().sub())) {
      throw new IllegalArgumentException("sub is immutable");
    }
    index.remove(old);
    put(new StoredUser(old.sequence(), changed, old.created(), clock.instant()));
    return changed;
  }

  /** The user becomes CONFIRMED ("AdminSetUserPassword"). */
  public CognitoUser setPassword(String username, String password) {
    return update(username, user -> user.password(password).status(UserStatus.CONFIRMED));
  }

  public CognitoUser setAttribute(String username, String name, String value) {
    return update(username, user -> user.attribute(name, value));
  }

  public CognitoUser setGroups(String username, String... names) {
    return update(username, user -> user.groups(List.of(names)));
  }

  public CognitoUser enable(String username) {
    return update(username, user -> user.enabled(true));
  }

  public CognitoUser disable(String username) {
    return update(username, user -> user.enabled(false));
  }

  public synchronized void delete(String username) {
    StoredUser old = require(username);
    index.remove(old);
    bySequence.remove(old.sequence());
  }

  /** Adds the same profile with a new sub. */
  public synchronized CognitoUser recreate(String username) {
    CognitoUser old = require(username).user();
    delete(old.username());
    String sub = UUID.randomUUID().toString();
    String name = old.username().equals(old.sub()) ? sub : old.username();
    return add(old.toBuilder().username(name).sub(sub).build());
  }

  public synchronized void addGroup(String name) {
    groups.add(name);
  }

  synchronized List<String> allGroups() {
    SortedSet<String> all = new TreeSet<>(groups);
    bySequence.values().forEach(stored -> all.addAll(stored.user().groups()));
    return List.copyOf(all);
  }

  synchronized List<StoredUser> lookUp(String field, String value) {
    return index.find(field, value).stream().map(bySequence::get).toList();
  }

  synchronized List<StoredUser> after(long sequence) {
    return List.copyOf(bySequence.tailMap(sequence, false).values());
  }

  private boolean isTaken(SignInAttribute attribute, CognitoUser user) {
    String value = user.attributes().get(attribute.attribute());
    return value != null && !index.find(attribute.attribute(), value).isEmpty();
  }

  private void put(StoredUser stored) {
    bySequence.put(stored.sequence(), stored);
    index.add(stored);
  }

  private StoredUser require(String username) {
    return named(username).orElseThrow(() -> new NoSuchElementException("No user " + username));
  }

  private Optional<StoredUser> named(String name) {
    return Stream.concat(
            Stream.of(CognitoUserIndex.USERNAME),
            pool.usernameAttributes().stream().map(SignInAttribute::attribute))
        .flatMap(field -> lookUp(field, name).stream())
        .findFirst();
  }

  private static CognitoUser namedBySub(CognitoUser user) {
    if (user.username().equals(user.sub())) {
      return user;
    }
    String attribute = user.username().contains("@") ? "email" : "phone_number";
    CognitoUser.Builder named = user.toBuilder().username(user.sub());
    return user.attributes().containsKey(attribute)
        ? named.build()
        : named.attribute(attribute, user.username()).build();
  }
}
