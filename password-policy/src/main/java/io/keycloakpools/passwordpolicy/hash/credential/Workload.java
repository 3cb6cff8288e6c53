package io.keycloakpools.passwordpolicy.hash.credential;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many hashes are computed at a time. */
interface Workload {

  /** As many as there are requests. */
  Workload FREE = Supplier::get;

  <T> T run(Supplier<T> computation);

  /**
   * As many as there are cores, for what fills memory: Keycloak's Argon2PasswordHashProvider does
   * the same. More at a time would end no sooner, and could exhaust the heap.
   */
  static Workload memoryHard() {
    Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());
    return new Workload() {
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
