package io.keycloakpools.userstorage.rules;

import java.util.Optional;

/**
 * Whose account of the realm a user of the directory is: found again by pool and external id, and
 * by nothing that a person can change.
 *
 * @param poolId component id
 * @param externalId the directory's identifier
 */
public record ImportedIdentity(String poolId, String externalId) {

  /**
   * Whether an account that has the name or the address was imported for this user. Any other one
   * is in the way: it is never adopted.
   *
   * @param pool the account's attribute {@link PoolAttributes#POOL}
   * @param id the account's attribute {@link PoolAttributes#EXTERNAL_ID}
   */
  public boolean owns(Optional<String> pool, Optional<String> id) {
    return pool.filter(poolId::equals).isPresent() && id.filter(externalId::equals).isPresent();
  }
}
