package io.keycloakpools.simulators.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

public final class SimulatedRestUsers {
  private final List<RestUser> users = new ArrayList<>();

  SimulatedRestUsers() {}

  public synchronized RestUser add(RestUser user) {
    if (find(each -> same(each, user)).isPresent()) {
      throw new IllegalStateException("The user already exists: " + user);
    }
    users.add(user);
    return user;
  }

  public synchronized RestUser update(String username, UnaryOperator<RestUser.Builder> change) {
    RestUser old = require(username);
    RestUser changed = change.apply(old.toBuilder()).build();
    users.set(users.indexOf(old), changed);
    return changed;
  }

  /**
   * Replaces a user; the username may change.
   *
   * @throws NoSuchElementException when there is none of that username
   */
  public synchronized void replace(String username, RestUser by) {
    users.set(users.indexOf(require(username)), by);
  }

  public synchronized void delete(String username) {
    users.remove(require(username));
  }

  public Optional<RestUser> findByUsername(String username) {
    return find(user -> user.isCalled(username));
  }

  public synchronized List<RestUser> all() {
    return List.copyOf(users);
  }

  List<RestUser> knownAs(String name) {
    return all().stream().filter(user -> user.isCalled(name) || owns(user, name)).toList();
  }

  List<RestUser> withEmail(String address) {
    return all().stream().filter(user -> owns(user, address)).toList();
  }

  List<RestUser> withId(String id) {
    return all().stream().filter(user -> !id.isEmpty() && user.id().equals(id)).toList();
  }

  private RestUser require(String username) {
    return findByUsername(username)
        .orElseThrow(() -> new NoSuchElementException("Nobody is called " + username));
  }

  private synchronized Optional<RestUser> find(Predicate<RestUser> which) {
    return users.stream().filter(which).findFirst();
  }

  private static boolean same(RestUser one, RestUser other) {
    boolean sameId = !one.id().isEmpty() && one.id().equals(other.id());
    return sameId || one.isCalled(other.username());
  }

  private static boolean owns(RestUser user, String address) {
    return user.email().filter(address::equalsIgnoreCase).isPresent();
  }
}
