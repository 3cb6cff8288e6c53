package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Reads a contract's user objects. */
@FunctionalInterface
interface UserReader {

  /** A name that somebody typed is not written here: it may be anything. */
  Logger LOG = Logger.getLogger(UserReader.class);

  /**
   * The user that an object describes.
   *
   * @throws InvalidUserException when it describes none
   */
  DirectoryUser read(JsonNode user) throws InvalidUserException;

  /** An answer about somebody who is known already; one about another user is out of order. */
  static Lookup only(Lookup answer, Predicate<DirectoryUser> meant) {
    return answer instanceof Lookup.Found found && !meant.test(found.user())
        ? new Lookup.Unavailable(
            Outage.refused("the answer is about another user than was asked about"))
        : answer;
  }

  /**
   * The user that an object describes, if it is the one who was asked about. Where a database takes
   * accents or spaces for no difference, an endpoint answers with somebody else, who must not be
   * signed in: nobody has the name that was typed.
   */
  default Lookup lookup(JsonNode user, Predicate<DirectoryUser> meant) {
    try {
      DirectoryUser read = read(user);
      if (meant.test(read)) {
        return new Lookup.Found(read);
      }
      LOG.info(
          "An endpoint answered with another user than was asked about, who is taken for nobody."
              + " Have it compare names exactly, but for capitals.");
      return new Lookup.NotFound();
    } catch (InvalidUserException e) {
      return new Lookup.Unavailable(Outage.refused(e.reason()));
    }
  }
}
