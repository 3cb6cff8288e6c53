package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/**
 * What a server has for hashes that fill memory. As many of them may be computed at a time as there
 * are cores (Keycloak's {@code Argon2PasswordHashProvider}), and a server that runs out of heap
 * ends ({@code ExitOnOutOfMemoryError} in kc.sh), so that whoever may import a hash could end it.
 *
 * @param heap in bytes, at most
 * @param cores how many hashes may be computed at a time
 */
public record ServerMemory(long heap, int cores) {

  /** In KiB: PHP's argon2, the largest that is in common use, and half of scrypt at its bounds. */
  private static final long ALWAYS = 64 * 1024;

  private static final int BYTES = 1024;

  /** That of this server. */
  public static ServerMemory here() {
    Runtime runtime = Runtime.getRuntime();
    return new ServerMemory(runtime.maxMemory(), runtime.availableProcessors());
  }

  /**
   * Refuses a hash if all cores that compute it would take more than half of the heap.
   *
   * @throws RefusedHashException with {@link Reason#MEMORY}
   */
  public void require(ForeignHash hash) {
    long most = Math.max(ALWAYS, heap / BYTES / 2 / cores);
    if (hash.memory() > most) {
      throw new RefusedHashException(
          Reason.MEMORY,
          hash.algorithm().id(),
          Integer.toString(hash.memory()),
          Long.toString(most));
    }
  }
}
