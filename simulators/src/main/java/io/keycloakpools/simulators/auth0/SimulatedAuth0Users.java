package io.keycloakpools.simulators.auth0;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The users of the tenant. Changes take effect at once, except with {@code searchLag}. */
public final class SimulatedAuth0Users {
  private final ProfileDefaults defaults;
  private final InstantSource clock;
  private final Consumer<String> passwordChanged;
  private final Map<String, Auth0User> users = new LinkedHashMap<>();
  private final Auth0UserIndex index = new Auth0UserIndex();
  private Optional<List<Auth0User>> frozen = Optional.empty();

  SimulatedAuth0Users(Auth0Tenant tenant, InstantSource clock, Consumer<String> passwordChanged) {
    this.defaults = new ProfileDefaults(tenant, clock);
    this.clock = clock;
    this.passwordChanged = passwordChanged;
  }

  /**
   * Returns the user as stored: with connection, name, nickname, picture and times as Auth0 fills
   * them in.
   *
   * @throws IllegalStateException when the id or a sign-in name is taken
   */
  public synchronized Auth0User add(Auth0User user) {
    if (users.containsKey(user.userId())) {
      throw new IllegalStateException("The user already exists: " + user.userId());
    }
    return store(defaults.fill(user));
  }

  public synchronized Auth0User replace(Auth0User user) {
    Auth0User old = require(user.userId());
    Auth0User stored = defaults.fill(user);
    index.remove(old);
    try {
      return store(stored);
    } catch (IllegalStateException e) {
      index.add(old);
      throw e;
    }
  }

  /**
   * Sets {@code updated_at} as well.
   *
   * @throws NoSuchElementException when there is none with that id
   */
  public synchronized Auth0User update(String userId, UnaryOperator<Auth0User.Builder> change) {
    Auth0User.Builder builder = require(userId).toBuilder().updatedAt(clock.instant());
    return replace(change.apply(builder).build());
  }

  public synchronized void delete(String userId) {
    index.remove(require(userId));
    users.remove(userId);
  }

  public void block(String userId) {
    update(userId, user -> user.blocked(true));
  }

  public void unblock(String userId) {
    update(userId, user -> user.blocked(false));
  }

  /** Ends a brute-force block as well ("Brute-Force Protection"). */
  public void setPassword(String userId, String password) {
    update(userId, user -> user.password(password));
    passwordChanged.accept(userId);
  }

  public synchronized Optional<Auth0User> find(String userId) {
    return Optional.ofNullable(users.get(userId));
  }

  public Optional<Auth0User> findByUsername(String username) {
    return all().stream()
        .filter(user -> user.username().filter(username::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  public Optional<Auth0User> findByEmail(String email) {
    return all().stream()
        .filter(user -> user.email().filter(email::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  public synchronized List<Auth0User> all() {
    return List.copyOf(users.values());
  }

  synchronized void freezeSearch(boolean freeze) {
    frozen = freeze ? Optional.of(all()) : Optional.empty();
  }

  synchronized List<Auth0User> searchable() {
    return frozen.orElseGet(this::all);
  }

  synchronized Optional<Auth0User> withLogin(String connection, String name) {
    return index.withLogin(connection, name).map(users::get);
  }

  synchronized List<Auth0User> withEmail(String email) {
    return index.withEmail(email).stream().map(users::get).toList();
  }

  synchronized void signedIn(String userId, String ip) {
    Auth0User user = require(userId);
    replace(
        user.toBuilder()
            .attribute("last_login", Times.format(clock.instant()))
            .attribute("last_ip", ip)
            .updatedAt(clock.instant())
            .attribute("logins_count", user.attribute("logins_count").asInt() + 1)
            .build());
  }

  private Auth0User store(Auth0User user) {
    index.add(user);
    users.put(user.userId(), user);
    return user;
  }

  private Auth0User require(String userId) {
    return find(userId).orElseThrow(() -> new NoSuchElementException("No user " + userId));
  }
}
