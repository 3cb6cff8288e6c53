package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/**
 * Each core may compute a hash ({@code Argon2PasswordHashProvider}), and a server without heap
 * exits ({@code ExitOnOutOfMemoryError} in kc.sh), so an imported hash could stop it.
 *
 * @param heap in bytes
 * @param cores concurrent hashes
 */
public record ServerMemory(long heap, int cores) {

  /** In KiB: PHP's argon2, the largest in common use, and half of scrypt's bound. */
  private static final long ALWAYS = 64 * 1024;

  private static final int BYTES = 1024;

  public static ServerMemory here() {
    Runtime runtime = Runtime.getRuntime();
    return new ServerMemory(runtime.maxMemory(), runtime.availableProcessors());
  }

  /**
   * Limits a hash to half of the heap, divided by the cores.
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
