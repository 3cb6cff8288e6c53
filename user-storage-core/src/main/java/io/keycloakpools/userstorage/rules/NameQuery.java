package io.keycloakpools.userstorage.rules;

/** Whether a directory is asked about a name. */
public enum NameQuery {
  /** The directory is asked. */
  ASK,
  /** Nobody has the name: the directory said so a moment ago, or nobody can have it. */
  UNKNOWN,
  /**
   * Too many unknown names came from the address. The answer is the same as for any unknown name,
   * so that a stranger does not learn which names Keycloak has.
   */
  ANSWERED_AS_UNKNOWN,
  /**
   * Too many unknown names came from the address, and the request may create a user: "unknown"
   * would be a licence to take the name of somebody in the directory.
   */
  TRY_LATER;

  /**
   * Decides about a name.
   *
   * @param possible whether a user can have the name
   * @param atSignIn whether a person asks; admins always get the directory's present answer
   * @param knownAsUnknown whether the directory did not know the name a moment ago
   * @param probing whether the address is at its limit of unknown names
   * @param createsNobody whether no user can come of the request
   */
  public static NameQuery of(
      boolean possible,
      boolean atSignIn,
      boolean knownAsUnknown,
      boolean probing,
      boolean createsNobody) {
    if (!possible || (atSignIn && knownAsUnknown)) {
      return UNKNOWN;
    }
    if (!atSignIn || !probing) {
      return ASK;
    }
    return createsNobody ? ANSWERED_AS_UNKNOWN : TRY_LATER;
  }
}
