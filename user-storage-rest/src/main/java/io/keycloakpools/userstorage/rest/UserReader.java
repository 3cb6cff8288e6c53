package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

@FunctionalInterface
interface UserReader {

  /** Never logs a typed name: it may be anything. */
  Logger LOG = Logger.getLogger(UserReader.class);

  DirectoryUser read(JsonNode user) throws InvalidUserException;

  /** The user is known, so an answer about another user is an error. */
  static Lookup requireUser(Lookup answer, Predicate<DirectoryUser> matching) {
    return answer instanceof Lookup.Found found && !matching.test(found.user())
        ? new Lookup.Unavailable(
            Outage.refused("the answer is about another user than was asked about"))
        : answer;
  }

  /**
   * A database may ignore accents or spaces and answer with another person, who must not be signed
   * in: the typed name is unknown.
   */
  default Lookup lookup(JsonNode user, Predicate<DirectoryUser> matching) {
    try {
      DirectoryUser read = read(user);
      if (matching.test(read)) {
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
