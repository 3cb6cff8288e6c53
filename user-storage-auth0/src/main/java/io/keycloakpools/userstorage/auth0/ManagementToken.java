package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.Reply;
import io.keycloakpools.userstorage.directory.Outage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The access token ("Management API Access Tokens": 24 hours by default), shared by all calls of a
 * pool. One caller fetches it while the others wait; before expiry it is renewed in the background.
 * Failures are not cached.
 */
final class ManagementToken {

  /**
   * A token is renewed when this share of its lifetime, but at most {@link #MAX_RENEWAL_LEAD}, is
   * left.
   */
  private static final double RENEWAL_SHARE = 0.1;

  private static final Duration MAX_RENEWAL_LEAD = Duration.ofMinutes(10);

  /** "30 days at most" (Update Access Token Lifetime). */
  private static final Duration MAX_LIFETIME = Duration.ofDays(30);

  record Token(String value, Set<String> scopes, Instant renewal, Instant expiry) {
    @Override
    public String toString() {
      return "Token[" + expiry + "]";
    }
  }

  record Issued(Token token, Reply reply) {
    boolean present() {
      return token != null;
    }
  }

  private final Auth0TokenEndpoint endpoint;
  private final Duration timeout;
  private final Executor executor;
  private final InstantSource clock;
  private Token current;
  private CompletableFuture<Issued> pending;

  ManagementToken(
      Auth0TokenEndpoint endpoint, Duration timeout, Executor executor, InstantSource clock) {
    this.endpoint = endpoint;
    this.timeout = timeout;
    this.executor = executor;
    this.clock = clock;
  }

  Issued get(Deadline deadline) {
    CompletableFuture<Issued> fetched;
    Token usable;
    boolean first;
    synchronized (this) {
      Instant now = clock.instant();
      if (current != null && now.isBefore(current.renewal())) {
        return new Issued(current, null);
      }
      usable = current != null && now.isBefore(current.expiry()) ? current : null;
      first = pending == null;
      pending = first ? new CompletableFuture<>() : pending;
      fetched = pending;
    }
    if (first) {
      fetch(fetched);
    }
    return usable == null ? await(fetched, deadline) : new Issued(usable, null);
  }

  synchronized void discard(Token refused) {
    if (refused.equals(current)) {
      current = null;
    }
  }

  /** Call without the lock: an executor may run this on the calling thread. */
  private void fetch(CompletableFuture<Issued> fetched) {
    try {
      CompletableFuture<Issued> unused =
          CompletableFuture.supplyAsync(this::requestToken, executor)
              .whenComplete((issued, failure) -> complete(fetched, issued, failure));
    } catch (RejectedExecutionException e) {
      complete(fetched, null, e);
    }
  }

  private void complete(CompletableFuture<Issued> fetched, Issued issued, Throwable failure) {
    synchronized (this) {
      pending = null;
      current = issued != null && issued.present() ? issued.token() : current;
    }
    if (failure == null) {
      fetched.complete(issued);
    } else {
      fetched.completeExceptionally(failure);
    }
  }

  private Issued requestToken() {
    Reply reply = endpoint.managementToken(Deadline.in(timeout));
    if (!(reply instanceof Reply.Answer answer)
        || !answer.ok()
        || answer.text("access_token").isEmpty()) {
      return new Issued(null, reply);
    }
    Instant now = clock.instant();
    long seconds = answer.body().path("expires_in").asLong(0);
    Duration lifetime =
        Duration.ofSeconds(Math.min(Math.max(0, seconds), MAX_LIFETIME.toSeconds()));
    Duration share = Duration.ofMillis((long) (lifetime.toMillis() * RENEWAL_SHARE));
    Duration lead = share.compareTo(MAX_RENEWAL_LEAD) < 0 ? share : MAX_RENEWAL_LEAD;
    Instant expiry = now.plus(lifetime);
    Set<String> scopes = Set.copyOf(List.of(answer.text("scope").split(" ")));
    return new Issued(
        new Token(answer.text("access_token"), scopes, expiry.minus(lead), expiry), reply);
  }

  private static Issued await(CompletableFuture<Issued> fetched, Deadline deadline) {
    try {
      return fetched.get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Issued(null, new Reply.Failed(Outage.down("interrupted")));
    } catch (TimeoutException e) {
      return new Issued(null, new Reply.Failed(Outage.down("no management token in time")));
    } catch (ExecutionException e) {
      return new Issued(
          null,
          new Reply.Failed(
              Outage.down("management token: " + e.getCause().getClass().getSimpleName())));
    }
  }
}
