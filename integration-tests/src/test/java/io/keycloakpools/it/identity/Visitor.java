package io.keycloakpools.it.identity;

import java.util.Optional;
import java.util.Set;

/** Kinds of users at the doors of the identity pool <i>Customers</i>. */
enum Visitor {
  OF_THE_POOL("of the pool", true),
  OF_ANOTHER_POOL("of another pool", false),
  OF_NO_POOL("of no pool", false),
  ADMITTED("of no pool, with the admitted role", true),
  OF_A_POOL_THAT_IS_OFF("of a pool that is off", false),
  BROKERED("brokered, of the pool", true, "has no password here", Need.PASSWORD),
  BROKERED_ELSEWHERE("brokered, of another pool", false, "has no password here", Need.PASSWORD),
  PENDING("of a user pool, pending", false, "never signed in", Need.SESSION, Need.TOKEN),
  LINKED("of a user pool, linked", false),
  MIGRATED("migrated into the pool", true),
  SERVICE_ACCOUNT(
      "service account",
      true,
      "does not sign in",
      Need.PASSWORD,
      Need.BROWSER,
      Need.ACCOUNT,
      Need.SESSION);

  enum Need {
    PASSWORD,
    BROWSER,
    ACCOUNT,
    /** An earlier session, with tokens. */
    SESSION,
    TOKEN,
    CREDENTIALS
  }

  private final String label;
  private final boolean enters;
  private final String why;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<Need> lacks;

  Visitor(String label, boolean enters) {
    this(label, enters, "");
  }

  Visitor(String label, boolean enters, String why, Need... lacks) {
    this.label = label;
    this.enters = enters;
    this.why = why;
    this.lacks = Set.of(lacks);
  }

  boolean enters() {
    return enters;
  }

  /** The reason why the visitor cannot try a door. */
  Optional<String> obstacle(Need need) {
    if (need == Need.CREDENTIALS) {
      return this == SERVICE_ACCOUNT ? Optional.empty() : Optional.of("is no application");
    }
    return lacks.contains(need) ? Optional.of(why) : Optional.empty();
  }

  @Override
  public String toString() {
    return label;
  }
}
