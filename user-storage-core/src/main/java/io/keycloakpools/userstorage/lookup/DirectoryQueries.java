package io.keycloakpools.userstorage.lookup;

import io.keycloakpools.userstorage.answer.SignInContext;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.pool.Pool;
import io.keycloakpools.userstorage.pool.UnknownNames;
import io.keycloakpools.userstorage.rules.NameQuery;
import io.keycloakpools.userstorage.rules.Typed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Asks the directory each name once a request at most, and at a sign-in none that {@link
 * UnknownNames} rule out. An admin always gets the directory's present answer.
 */
final class DirectoryQueries {

  private static final String EMAIL = "email:";
  private static final String NAME = "name:";

  private final Pool pool;
  private final SignInContext context;
  private final LookupOutcomes outcomes;
  private final Map<String, Lookup> asked = new HashMap<>();

  DirectoryQueries(Pool pool, SignInContext context, LookupOutcomes outcomes) {
    this.pool = pool;
    this.context = context;
    this.outcomes = outcomes;
  }

  Lookup askByEmail(String email) {
    return ask(EMAIL, email, context.asTyped(email), pool.directory()::findByEmail);
  }

  /** An outage met with the same text as an address is still one. */
  Lookup askByUsername(String username) {
    return asked.get(EMAIL + username) instanceof Lookup.Unavailable unavailable
        ? unavailable
        : ask(NAME, username, context.asTyped(username), pool.directory()::findByUsername);
  }

  Lookup askBySearch(String text) {
    return text.indexOf('@') < 0
        ? ask(NAME, text, text, pool.directory()::findByUsername)
        : ask(EMAIL, text, text, pool.directory()::findByEmail);
  }

  /** A user whom a question of this request found. */
  Optional<DirectoryUser> found(String externalId) {
    return asked.values().stream()
        .filter(Lookup.Found.class::isInstance)
        .map(answer -> ((Lookup.Found) answer).user())
        .filter(user -> user.externalId().equals(externalId))
        .findFirst();
  }

  private Lookup ask(String kind, String text, String typed, Function<String, Lookup> question) {
    return asked.computeIfAbsent(kind + text, unused -> answer(kind + typed, typed, question));
  }

  private Lookup answer(String key, String name, Function<String, Lookup> question) {
    NameQuery query =
        NameQuery.of(
            Typed.mayBeName(name),
            context.active(),
            pool.unknownNames().contains(key),
            context.active() && pool.unknownNames().probing(context.clientIp()),
            context.makesNobody());
    return switch (query) {
      case ASK -> asked(key, question.apply(name));
      case UNKNOWN -> outcomes.record(new Lookup.NotFound());
      case ANSWERED_AS_UNKNOWN -> {
        outcomes.recordNotAsked();
        yield new Lookup.NotFound();
      }
      case TRY_LATER ->
          outcomes.record(
              new Lookup.Unavailable(
                  Outage.busy(
                      "too many unknown names from one address", Optional.of(UnknownNames.LIFE))));
    };
  }

  private Lookup asked(String key, Lookup answer) {
    if (answer instanceof Lookup.NotFound) {
      unknown(key);
    } else {
      pool.unknownNames().remove(key);
    }
    return outcomes.record(answer);
  }

  private void unknown(String key) {
    Optional<String> address = context.active() ? context.clientIp() : Optional.empty();
    if (pool.unknownNames().add(key, address)) {
      pool.warnOfProbing(address);
    }
  }
}
