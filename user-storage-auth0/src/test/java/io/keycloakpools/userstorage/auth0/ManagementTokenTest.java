package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Operation;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManagementTokenTest {

  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Executor INLINE = Runnable::run;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
  private TestTenant tenant;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    tenant.simulator().requests().reset();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Nested
  final class OneToken {

    @Test
    void isFetchedOnceAndKept() {
      ManagementToken token = token(INLINE);

      assertThat(value(token)).isEqualTo(value(token)).isEqualTo(value(token));
      assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void isKeptForTwentyFourHoursLessTenMinutes() {
      ManagementToken token = token(INLINE);
      String first = value(token);
      pass(Duration.ofHours(23).plusMinutes(49));
      assertThat(value(token)).isEqualTo(first);
      assertThat(fetches()).isEqualTo(1);
      pass(Duration.ofMinutes(2));
      value(token);

      assertThat(fetches()).isEqualTo(2);
      assertThat(value(token)).isNotEqualTo(first);
    }

    @Test
    void ofAShortLifeIsKeptForNineTenthsOfIt() {
      tenant.simulator().tokens().lifetime(Duration.ofSeconds(100));
      ManagementToken token = token(INLINE);
      String first = value(token);
      pass(Duration.ofSeconds(89));
      assertThat(value(token)).isEqualTo(first);
      pass(Duration.ofSeconds(2));
      value(token);

      assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void isUsedWhileTheNextIsFetched() {
      ManagementToken token = token(tenant.threads());
      String first = value(token);
      pass(Duration.ofHours(24).minusMinutes(5));
      tenant.simulator().faults().onNext(1, Fault.hang());

      assertThat(value(token)).isEqualTo(first);
      assertThat(value(token)).isEqualTo(first);
      await(() -> fetches() == 2);
      tenant.simulator().faults().release();
      await(() -> !value(token).equals(first));
      assertThat(fetches()).isEqualTo(2);
    }

    @Test
    void isUsedToItsEndIfThereIsNoOther() {
      ManagementToken token = token(INLINE);
      String first = value(token);
      tenant.simulator().faults().onAll(Auth0Faults.temporarilyUnavailable());
      pass(Duration.ofHours(24).minusSeconds(1));
      assertThat(value(token)).isEqualTo(first);
      pass(Duration.ofSeconds(1));

      assertThat(get(token).present()).isFalse();
    }

    @Test
    void thatHasEndedIsNotUsed() {
      ManagementToken token = token(tenant.threads());
      String first = value(token);
      pass(Duration.ofHours(25));

      assertThat(value(token)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          ",'expires_in':0",
          ",'expires_in':-7",
          ",'expires_in':'soon'",
          ",'expires_in':null",
          ",'expires_in':9223372036854775807",
          ",'expires_in':1e30",
        })
    void withAStrangeLifeIsUsedAllTheSame(String life) {
      answer("{'access_token':'t0k3n'" + life + "}");

      assertThat(value(token(INLINE))).isEqualTo("t0k3n");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "[]",
          "null",
          "{'access_token':''}",
          "{'access_token':{}}",
          "{'error':'x'}"
        })
    void isWhatTheAnswerHasOrThereIsNone(String answer) {
      answer(answer);

      assertThat(get(token(INLINE)).present()).isFalse();
    }

    @Test
    void isInNoText() {
      ManagementToken.Issued issued = get(token(INLINE));

      assertThat(issued.toString() + issued.token()).doesNotContain(issued.token().value());
    }
  }

  @Nested
  final class AFailure {

    @Test
    void isToldAndNotKept() {
      tenant
          .simulator()
          .faults()
          .onNext(1, Operation.MANAGEMENT_TOKEN, Auth0Faults.temporarilyUnavailable());
      ManagementToken token = token(INLINE);

      assertThat(get(token).reply()).hasToString("Answer[503]");
      assertThat(get(token).present()).isTrue();
    }

    @Test
    void ofTheExecutorIsToldAndNotKept() {
      AtomicBoolean full = new AtomicBoolean(true);
      ManagementToken token =
          token(
              task -> {
                if (full.get()) {
                  throw new RejectedExecutionException();
                }
                task.run();
              });

      assertThat(get(token).reply())
          .isEqualTo(new Reply.Failed(Outage.down("management token: RejectedExecutionException")));
      full.set(false);
      assertThat(get(token).present()).isTrue();
    }

    /** The request hangs; its own time limit is {@link #PATIENT}. */
    @Test
    void isNotWaitedForLongerThanThereIsTime() {
      tenant.simulator().faults().onAll(Fault.hang());
      ManagementToken token = token(tenant.threads());

      ManagementToken.Issued issued = token.get(Deadline.in(Duration.ofMillis(200)));

      assertThat(issued.reply())
          .isEqualTo(new Reply.Failed(Outage.down("no management token in time")));
      tenant.simulator().faults().clear();
      assertThat(get(token).present()).as("the same request, which was not given up").isTrue();
      assertThat(fetches()).isEqualTo(1);
    }

    /** Keycloak interrupts lookups. */
    @Test
    void isToldWhenSomebodyIsInterrupted() {
      tenant.simulator().faults().onAll(Fault.hang());
      ManagementToken token = token(tenant.threads());
      Thread.currentThread().interrupt();

      assertThat(get(token).reply()).isEqualTo(new Reply.Failed(Outage.down("interrupted")));
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  /** When all threads are busy, the calling thread makes the call. */
  @Nested
  final class WithoutAnotherThread {

    @Test
    void everythingWorks() {
      tenant.add(ada().role("staff"));
      Directory directory =
          new Auth0Directory(tenant.settings(Map.of()), tenant.calls(), PATIENT, INLINE);

      assertThat(directory.findByEmail("Ada@example.com")).isInstanceOf(Lookup.Found.class);
      assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Found.class);
      assertThat(directory.findByExternalId(ADA, ADA)).isInstanceOf(Lookup.Found.class);
      assertThat(
              directory.checkPassword(
                  attempt(tenant.simulator().users().find(ADA).orElseThrow(), PASSWORD)))
          .isInstanceOf(PasswordCheck.Accepted.class);
      assertThat(fetches()).isEqualTo(1);
    }

    @Test
    void nobodyElseWaitsLongerThanTheyWant() {
      tenant.simulator().faults().onAll(Fault.hang());
      ManagementToken token = token(INLINE);
      CompletableFuture<ManagementToken.Issued> slow =
          CompletableFuture.supplyAsync(() -> get(token), tenant.threads());
      await(() -> fetches() == 1);

      ManagementToken.Issued issued = token.get(Deadline.in(Duration.ofMillis(200)));

      assertThat(issued.present()).isFalse();
      assertThat(slow).as("the other one waits on").isNotDone();
      tenant.simulator().faults().clear();
      assertThat(slow.join().present()).isTrue();
    }
  }

  private ManagementToken token(Executor executor) {
    Auth0TokenEndpoint endpoint = new Auth0TokenEndpoint(tenant.settings(Map.of()), tenant.calls());
    return new ManagementToken(endpoint, PATIENT, executor, now::get);
  }

  private static ManagementToken.Issued get(ManagementToken token) {
    return token.get(Deadline.in(PATIENT));
  }

  private static String value(ManagementToken token) {
    ManagementToken.Issued issued = get(token);
    assertThat(issued.present()).as(issued.toString()).isTrue();
    return issued.token().value();
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private void answer(String body) {
    tenant.simulator().faults().onAll(Fault.http(200, "application/json", body.replace('\'', '"')));
  }

  private int fetches() {
    return tenant.simulator().requests().count(Operation.MANAGEMENT_TOKEN);
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENT).until(condition);
  }
}
