package io.keycloakpools.passwordpolicy.hash.credential;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

interface ConcurrencyLimit {

  ConcurrencyLimit NONE = Supplier::get;

  <T> T run(Supplier<T> computation);

  /**
   * One per core, as Keycloak's Argon2PasswordHashProvider. More would not finish sooner and could
   * exhaust the heap.
   */
  static ConcurrencyLimit perCore() {
    Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
    return new ConcurrencyLimit() {
      @Override
      public <T> T run(Supplier<T> computation) {
        try {
          cores.acquire();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("Interrupted while waiting for a core", e);
        }
        try {
          return computation.get();
        } finally {
          cores.release();
        }
      }
    };
  }
}
