package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import java.util.function.Predicate;

/** Reads a contract's user objects. */
@FunctionalInterface
interface UserReader {

  /**
   * The user that an object describes.
   *
   * @throws InvalidUserException when it describes none
   */
  DirectoryUser read(JsonNode user) throws InvalidUserException;

  /**
   * The user that an object describes, if it is the one who was asked about: an endpoint that
   * answers with somebody else must not sign the wrong person in.
   */
  default Lookup lookup(JsonNode user, Predicate<DirectoryUser> meant) {
    try {
      DirectoryUser read = read(user);
      return meant.test(read)
          ? new Lookup.Found(read)
          : new Lookup.Unavailable(
              Outage.refused("the answer is about another user than was asked about"));
    } catch (InvalidUserException e) {
      return new Lookup.Unavailable(Outage.refused(e.reason()));
    }
  }
}
