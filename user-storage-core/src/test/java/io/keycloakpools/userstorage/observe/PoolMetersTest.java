package io.keycloakpools.userstorage.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.AnsweringDirectory;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.guard.Breaker;
import io.keycloakpools.userstorage.guard.Breakers;
import io.keycloakpools.userstorage.guard.GuardedDirectory;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PoolMetersTest {

  private static final ObservedPool POOL = new ObservedPool("r", "acme", "id-1", "legacy", "test");
  private static final PasswordAttempt ATTEMPT =
      new PasswordAttempt("auth0|ada", "ada@example.org", "Secret-1!", Optional.of("192.0.2.7"));

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final PoolMeters meters = new PoolMeters(registry, POOL);
  private final PoolObserver observer = new PoolObserver(meters, POOL);

  @Test
  void outcomesAreCountedByStepOutcomeAndReason() {
    observer.record(Outcome.of(Step.SIGN_IN, Result.LINKED, Optional.of("u")));
    observer.record(Outcome.of(Step.SIGN_IN, Result.LINKED, Optional.of("v")));
    observer.record(Outcome.unusable(Step.SIGN_IN, UnusableReason.BLOCKED, "u"));

    assertThat(count("sign_in", "linked", "none")).isEqualTo(2);
    assertThat(count("sign_in", "account_unusable", "blocked")).isEqualTo(1);
  }

  @Test
  void callsAreTimedByOutcomeAndKindOfOutage() {
    Directory directory =
        timed(
            new AnsweringDirectory(
                new Lookup.Unavailable(Outage.down("connection refused")),
                new PasswordCheck.Rejected()));

    assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(directory.checkPassword(ATTEMPT)).isInstanceOf(PasswordCheck.Rejected.class);

    assertThat(calls("find_by_username", "unavailable", "down")).isEqualTo(1);
    assertThat(calls("check_password", "rejected", "none")).isEqualTo(1);
  }

  @Test
  void noTagSaysWhoItWas() {
    Directory directory =
        timed(new AnsweringDirectory(new Lookup.NotFound(), new PasswordCheck.Rejected()));
    directory.findByEmail("ada@example.org");
    directory.checkPassword(ATTEMPT);
    observer.record(Outcome.of(Step.SIGN_IN, Result.REJECTED, Optional.of("some-user-id")));

    Set<String> tags =
        registry.getMeters().stream()
            .map(Meter::getId)
            .flatMap(id -> id.getTags().stream())
            .filter(tag -> !tag.getKey().equals("le"))
            .map(Tag::getValue)
            .collect(Collectors.toSet());
    assertThat(tags)
        .containsExactlyInAnyOrder(
            "acme",
            "legacy",
            "id-1",
            "find_by_email",
            "not_found",
            "check_password",
            "rejected",
            "sign_in",
            "none");
  }

  @Test
  void theStateOfTheBreakerIsThatOfTheDirectoryThatIsOpenNow() {
    Breaker first = new Breaker();
    observer.watch(guarded(first));
    open(first);
    assertThat(state("lookups")).isEqualTo(2);
    assertThat(state("passwords")).isZero();

    observer.watch(guarded(new Breaker()));
    assertThat(state("lookups")).isZero();
  }

  @Test
  void whatAlertsWaitForIsCountedFromZero() {
    observer.watch(guarded(new Breaker()));

    assertThat(count("lookup", "clash", "email")).isZero();
    assertThat(count("sign_in", "unavailable", "down")).isZero();
    assertThat(count("sign_in", "linked", "none")).isZero();

    observer.record(Outcome.clash("email", "u"));
    observer.watch(guarded(new Breaker()));
    assertThat(count("lookup", "clash", "email")).isEqualTo(1);
  }

  @Test
  void theMetersGoWithThePoolAndDoNotComeBack() {
    observer.watch(guarded(new Breaker()));
    observer.record(Outcome.of(Step.LOOKUP, Result.IMPORTED, Optional.of("u")));
    assertThat(registry.find(PoolMeters.BREAKER).gauges()).hasSize(2);
    assertThat(count("lookup", "imported", "none")).isEqualTo(1);

    observer.close();
    observer.record(Outcome.of(Step.LOOKUP, Result.IMPORTED, Optional.of("u")));

    assertThat(registry.getMeters()).isEmpty();
  }

  private static void open(Breaker breaker) {
    for (int i = 0; i < Breaker.FAILURES; i++) {
      Outage unused = breaker.ask(() -> Outage.down("refused"), Optional::of, outage -> outage);
    }
  }

  private Directory timed(Directory directory) {
    return new GuardedDirectory(directory, List.of(observer.clock()));
  }

  private static Breakers guarded(Breaker lookups) {
    return new Breakers(lookups, new Breaker());
  }

  private double count(String step, String outcome, String reason) {
    return registry
        .get(PoolMeters.OUTCOMES)
        .tags("realm", "acme", "pool", "legacy", "pool_id", "id-1")
        .tags("step", step, "outcome", outcome, "reason", reason)
        .counter()
        .count();
  }

  private long calls(String call, String outcome, String outage) {
    return registry
        .get(PoolMeters.CALLS)
        .tags("call", call, "outcome", outcome, "outage", outage)
        .timer()
        .count();
  }

  private double state(String guards) {
    return registry.get(PoolMeters.BREAKER).tags("guards", guards).gauge().value();
  }
}
