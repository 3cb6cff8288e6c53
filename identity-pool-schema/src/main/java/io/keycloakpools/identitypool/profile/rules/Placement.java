package io.keycloakpools.identitypool.profile.rules;

import io.keycloakpools.identitypool.pool.IdentityPool;
import java.util.Optional;

/**
 * The pool whose rules a profile follows, and whether saving moves the user.
 *
 * @param target empty without a pool, and for an unusable one, whose rules are unknown
 * @param refusal message key, if the user cannot come into the requested pool
 */
public record Placement(
    Optional<IdentityPool> present,
    Optional<IdentityPool> target,
    Move move,
    Optional<String> refusal) {

  public enum Move {
    NONE,
    JOINS,
    CHOSEN
  }

  public static Placement ofUser(Optional<IdentityPool> present) {
    return new Placement(
        present, present.filter(pool -> pool.problem().isEmpty()), Move.NONE, Optional.empty());
  }

  /**
   * Places a new user.
   *
   * @param review whether the user reviews an identity provider's data: then {@code
   *     FirstBrokerLogin} refuses, not the profile
   */
  public static Placement ofNewcomer(Optional<IdentityPool> joining, boolean review) {
    Optional<IdentityPool> open = joining.filter(IdentityPool::enabled);
    return new Placement(
        Optional.empty(),
        open,
        open.isPresent() ? Move.JOINS : Move.NONE,
        review ? Optional.empty() : joining.flatMap(IdentityPool::whyClosed));
  }

  /**
   * Applies an admin's choice.
   *
   * @param name blank takes the user out of the pool
   * @param unmovable message key, if the user cannot be moved
   */
  public Placement choose(String name, Optional<IdentityPool> named, Optional<String> unmovable) {
    if (name.isBlank()) {
      return present.isEmpty() ? this : moved(Optional.empty(), unmovable);
    }
    if (named.isEmpty()) {
      return refused("identityPoolUnknown");
    }
    boolean stays = present.map(IdentityPool::id).equals(named.map(IdentityPool::id));
    return stays ? this : moved(named, unmovable.or(() -> named.get().whyClosed()));
  }

  private Placement moved(Optional<IdentityPool> pool, Optional<String> refusal) {
    return refusal
        .map(this::refused)
        .orElseGet(() -> new Placement(present, pool, Move.CHOSEN, Optional.empty()));
  }

  private Placement refused(String messageKey) {
    return new Placement(present, target, move, Optional.of(messageKey));
  }

  public boolean inUnusablePool() {
    return move == Move.NONE && present.flatMap(IdentityPool::problem).isPresent();
  }
}
