package io.keycloakpools.simulators.rest;

import java.util.HashMap;
import java.util.Map;

/** Refuses every password of a user after too many wrong ones in a row. */
public final class RestLockout {
  private final Map<String, Integer> failures = new HashMap<>();
  private int tolerated = Integer.MAX_VALUE;

  RestLockout() {}

  /** Without it, any number of wrong passwords is tolerated. */
  public synchronized void after(int wrongPasswords) {
    tolerated = wrongPasswords;
  }

  synchronized boolean isLocked(RestUser user) {
    return failures.getOrDefault(user.username(), 0) >= tolerated;
  }

  synchronized boolean check(RestUser user, String password) {
    boolean right = !password.isEmpty() && user.password().equals(password);
    if (right) {
      failures.remove(user.username());
    } else {
      failures.merge(user.username(), 1, Integer::sum);
    }
    return right;
  }
}
