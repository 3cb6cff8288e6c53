package io.keycloakpools.userstorage.directory;

/** What a directory says when it is asked for a user. */
public sealed interface Lookup {

  /** The directory has exactly this user. */
  record Found(DirectoryUser user) implements Lookup {}

  /** The directory answered, and has no such user. */
  record NotFound() implements Lookup {}

  /**
   * More than one user fits and none is preferable.
   *
   * @param matches how many
   */
  record Ambiguous(int matches) implements Lookup {}

  /** The directory did not give a usable answer: the user may exist. */
  record Unavailable(Outage outage) implements Lookup {}
}
