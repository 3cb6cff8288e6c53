package io.keycloakpools.userstorage.guard;

import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.TimeLimits;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A question as a value: one record holds what every {@link Guard} must know.
 *
 * @param <A> the answer
 */
public sealed interface Question<A> {

  A ask(Directory directory);

  A unavailable(Outage outage);

  CallOutcome outcome(A answer);

  String method();

  Duration limit(Duration requestTimeout);

  /** Empty if the directory is always asked. */
  default Optional<Breaker> breaker(Breakers breakers) {
    return Optional.empty();
  }

  default A cleaned(A answer, Cleaner cleaner) {
    return answer;
  }

  /** For metrics: {@code find_by_username}. */
  default String code() {
    return method().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  record FindByUsername(String username) implements Find {

    @Override
    public Lookup ask(Directory directory) {
      return directory.findByUsername(username);
    }

    @Override
    public String method() {
      return "findByUsername";
    }
  }

  record FindByEmail(String email) implements Find {

    @Override
    public Lookup ask(Directory directory) {
      return directory.findByEmail(email);
    }

    @Override
    public String method() {
      return "findByEmail";
    }
  }

  record FindByExternalId(String externalId, String loginName) implements Find {

    @Override
    public Lookup ask(Directory directory) {
      return directory.findByExternalId(externalId, loginName);
    }

    @Override
    public String method() {
      return "findByExternalId";
    }
  }

  sealed interface Find extends Question<Lookup> {

    @Override
    default Lookup unavailable(Outage outage) {
      return new Lookup.Unavailable(outage);
    }

    @Override
    default CallOutcome outcome(Lookup answer) {
      return CallOutcome.of(answer);
    }

    @Override
    default Duration limit(Duration requestTimeout) {
      return TimeLimits.lookup(requestTimeout);
    }

    @Override
    default Optional<Breaker> breaker(Breakers breakers) {
      return Optional.of(breakers.lookups());
    }

    @Override
    default Lookup cleaned(Lookup answer, Cleaner cleaner) {
      return cleaner.cleaned(answer);
    }
  }

  record CheckPassword(PasswordAttempt attempt) implements Question<PasswordCheck> {

    @Override
    public PasswordCheck ask(Directory directory) {
      return directory.checkPassword(attempt);
    }

    @Override
    public PasswordCheck unavailable(Outage outage) {
      return new PasswordCheck.Unavailable(outage);
    }

    @Override
    public CallOutcome outcome(PasswordCheck answer) {
      return CallOutcome.of(answer);
    }

    @Override
    public String method() {
      return "checkPassword";
    }

    @Override
    public Duration limit(Duration requestTimeout) {
      return requestTimeout;
    }

    @Override
    public Optional<Breaker> breaker(Breakers breakers) {
      return Optional.of(breakers.passwords());
    }

    @Override
    public PasswordCheck cleaned(PasswordCheck answer, Cleaner cleaner) {
      return answer.fold(cleaner);
    }
  }

  /** No breaker: a caller that reads all users waits by itself. */
  record ListUsers(Optional<String> page, int limit) implements Question<Listing> {

    @Override
    public Listing ask(Directory directory) {
      return directory.listUsers(page, limit);
    }

    @Override
    public Listing unavailable(Outage outage) {
      return new Listing.Unavailable(outage);
    }

    @Override
    public CallOutcome outcome(Listing answer) {
      return CallOutcome.of(answer);
    }

    @Override
    public String method() {
      return "listUsers";
    }

    @Override
    public Duration limit(Duration requestTimeout) {
      return requestTimeout;
    }

    @Override
    public Listing cleaned(Listing answer, Cleaner cleaner) {
      return cleaner.cleaned(answer);
    }
  }

  /** No breaker: an admin needs the present state. */
  record TestConnection() implements Question<ConnectionTest> {

    /** A test makes several calls. */
    private static final int CALLS = 6;

    @Override
    public ConnectionTest ask(Directory directory) {
      return directory.test();
    }

    @Override
    public ConnectionTest unavailable(Outage outage) {
      return new ConnectionTest.Fails(
          SettingProblem.of("requestTimeout", "userPoolSettingNoAnswer", outage.reason()));
    }

    @Override
    public CallOutcome outcome(ConnectionTest answer) {
      return CallOutcome.of(answer);
    }

    @Override
    public String method() {
      return "test";
    }

    @Override
    public Duration limit(Duration requestTimeout) {
      return requestTimeout.multipliedBy(CALLS);
    }
  }
}
