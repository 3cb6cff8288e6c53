package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.RecordedAuth0Request;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateLimitedCallsTest {

  private TestTenant tenant;
  private Directory directory;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    tenant.simulator().requests().reset();
    tenant.add(ada());
    directory = tenant.directory();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Test
  void isWaitedOutWhenThereIsTime() {
    arm(1, 429, Map.of("Retry-After", "1"));

    assertThat(lookup()).isInstanceOf(Lookup.Found.class);
    List<RecordedAuth0Request> calls =
        tenant.simulator().requests().of(Auth0Operation.USERS_BY_EMAIL);
    assertThat(calls).hasSize(2);
    assertThat(calls.get(1).at()).isAfter(calls.get(0).at().plusMillis(950));
  }

  @Test
  void isWaitedOutToItsReset() {
    Instant reset = Instant.ofEpochSecond(Instant.now().plusMillis(1100).getEpochSecond());
    arm(1, 429, Map.of("x-ratelimit-reset", Long.toString(reset.getEpochSecond())));

    assertThat(lookup()).isInstanceOf(Lookup.Found.class);
    assertThat(tenant.simulator().requests().of(Auth0Operation.USERS_BY_EMAIL))
        .hasSize(2)
        .last()
        .satisfies(call -> assertThat(call.at()).isAfterOrEqualTo(reset));
  }

  @Test
  void thatIsUsedUpHoldsTheNextCallBack() {
    lookup();
    Instant reset = Instant.ofEpochSecond(Instant.now().plusMillis(1100).getEpochSecond());
    arm(
        1,
        200,
        Map.of(
            "x-ratelimit-remaining",
            "0",
            "x-ratelimit-reset",
            Long.toString(reset.getEpochSecond())));
    lookup();
    tenant.simulator().requests().reset();

    assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Found.class);
    assertThat(tenant.simulator().requests().all())
        .singleElement()
        .satisfies(call -> assertThat(call.at()).isAfterOrEqualTo(reset));
  }

  @Test
  void isToldWhenThereIsNoTime() {
    arm(1, 429, Map.of("Retry-After", "30"));

    assertLimited(lookup());
    assertThat(count(Auth0Operation.USERS_BY_EMAIL)).isEqualTo(1);
  }

  @Test
  void sparesAuth0EveryCallUntilThen() {
    arm(1, 429, Map.of("Retry-After", "60"));
    lookup();
    tenant.simulator().requests().reset();

    assertLimited(lookup());
    assertLimited(directory.findByUsername("ada"));
    assertLimited(directory.findByExternalId(ADA, ADA));
    assertThat(directory.listUsers(Optional.empty(), 10))
        .isInstanceOfSatisfying(
            Listing.Unavailable.class, answer -> assertLimited(answer.outage()));
    assertThat(tenant.simulator().requests().count()).isZero();
  }

  @Test
  void thatNamesNoTimeIsTakenForASecond() {
    Auth0Directory bare =
        new Auth0Directory(
            tenant.settings(Map.of()), tenant.calls(), Duration.ofDays(1), tenant.threads());
    arm(1, 429, Map.of());

    assertThat(bare.byEmail("ada@example.com", lessThanASecondAfterTheFirstCall()))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            answer ->
                assertThat(answer.outage().retryAfter().orElseThrow())
                    .isBetween(Duration.ofMillis(1), Duration.ofSeconds(1)));
  }

  private Deadline lessThanASecondAfterTheFirstCall() {
    Duration calling = Duration.ofMinutes(1);
    return new Deadline(
        calling.plusMillis(900).toNanos(),
        () -> count(Auth0Operation.USERS_BY_EMAIL) == 0 ? 0 : calling.toNanos());
  }

  @Test
  void thatDoesNotEndIsNotTriedForEver() {
    arm(100, 429, Map.of("Retry-After", "0"));

    assertThat(lookup())
        .isEqualTo(
            new Lookup.Unavailable(
                Outage.busy("the rate limit of the Management API", Optional.of(Duration.ZERO))));
    assertThat(count(Auth0Operation.USERS_BY_EMAIL)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1e9", "99999999999999999999", "NaN"})
  void withGarbageInAnAnswerHoldsNothingBack(String garbage) {
    lookup();
    arm(
        1,
        200,
        Map.of(
            "x-ratelimit-limit", garbage,
            "x-ratelimit-remaining", garbage,
            "x-ratelimit-reset", garbage,
            "Retry-After", garbage));
    lookup();
    tenant.simulator().requests().reset();

    assertThat(lookup()).isInstanceOf(Lookup.Found.class);
    assertThat(count(Auth0Operation.USERS_BY_EMAIL)).isEqualTo(1);
  }

  @Test
  void ofTheSimulatorIsKeptTo() {
    lookup();
    tenant.simulator().rateLimits().management(2, 10);

    assertThat(together(3, this::lookup)).hasSize(3).hasOnlyElementsOfType(Lookup.Found.class);
  }

  @Test
  void ofTheTokenEndpointIsTold() {
    tenant
        .simulator()
        .faults()
        .on(
            Auth0Operation.MANAGEMENT_TOKEN,
            Fault.answer(
                new Answer(429, Map.of("Retry-After", "30"), "{\"error\":\"too_many_requests\"}")));

    assertThat(lookup())
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            answer -> {
              assertThat(answer.outage().reason())
                  .isEqualTo("no management token: HTTP 429 too_many_requests");
              assertThat(answer.outage().retryAfter()).contains(Duration.ofSeconds(30));
            });
  }

  @Test
  void isNotWaitedOutByWhoIsInterrupted() throws InterruptedException {
    Directory bare =
        new Auth0Directory(
            tenant.settings(Map.of()), tenant.calls(), Duration.ofSeconds(20), tenant.threads());
    arm(1, 429, Map.of("Retry-After", "15"));
    AtomicReference<Lookup> answer = new AtomicReference<>();
    Thread thread = new Thread(() -> answer.set(bare.findByEmail("ada@example.com")));
    thread.start();
    assertThat(tenant.simulator().requests().await(2, Duration.ofMinutes(1))).isTrue();
    thread.interrupt();
    thread.join();

    assertThat(answer.get()).isInstanceOf(Lookup.Unavailable.class);
    assertThat(count(Auth0Operation.USERS_BY_EMAIL)).isEqualTo(1);
  }

  private void arm(int calls, int status, Map<String, String> headers) {
    tenant
        .simulator()
        .faults()
        .onNext(
            calls, Auth0Operation.USERS_BY_EMAIL, Fault.answer(new Answer(status, headers, "[]")));
  }

  private static void assertLimited(Lookup answer) {
    assertThat(answer)
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class, limited -> assertLimited(limited.outage()));
  }

  private static void assertLimited(Outage outage) {
    assertThat(outage.kind()).isEqualTo(Outage.Kind.BUSY);
    assertThat(outage.reason()).isEqualTo("the rate limit of the Management API");
    assertThat(outage.retryAfter().orElseThrow())
        .isBetween(Duration.ofMillis(1), Duration.ofSeconds(60));
  }

  private Lookup lookup() {
    return directory.findByEmail("ada@example.com");
  }

  private List<Lookup> together(int times, Supplier<Lookup> lookup) {
    List<CompletableFuture<Lookup>> running =
        Stream.generate(() -> CompletableFuture.supplyAsync(lookup, tenant.threads()))
            .limit(times)
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private int count(Auth0Operation operation) {
    return tenant.simulator().requests().count(operation);
  }
}
