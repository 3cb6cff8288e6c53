package io.keycloakpools.userstorage.observe;

import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.guard.CallOutcome;
import io.keycloakpools.userstorage.guard.Guard;
import io.keycloakpools.userstorage.guard.Question;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.tracing.TracingProvider;

/**
 * Creates a span for each call, such as {@code Directory.checkPassword}, with nothing about the
 * person.
 */
record CallSpans(TracingProvider tracing, ObservedPool pool) implements Guard {

  @Override
  public <A> A around(Question<A> question, Supplier<A> next) {
    Function<Span, A> traced =
        span -> {
          A answer = next.get();
          describe(span, question.outcome(answer));
          return answer;
        };
    return tracing.trace(Directory.class, question.method(), traced);
  }

  private void describe(Span span, CallOutcome outcome) {
    span.setAttribute("user_pool.id", pool.id());
    span.setAttribute("user_pool.provider", pool.provider());
    span.setAttribute("user_pool.outcome", outcome.code());
    outcome
        .outageKind()
        .ifPresent(
            kind -> {
              span.setAttribute("user_pool.outage", kind);
              span.setStatus(StatusCode.ERROR, kind);
            });
  }
}
