package io.keycloakpools.userstorage.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.AnsweringDirectory;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.guard.GuardedDirectory;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keycloak.tracing.NoopTracingProvider;

class CallSpansTest {

  private static final ObservedPool POOL = new ObservedPool("r", "acme", "id-1", "legacy", "test");
  private static final PasswordAttempt ATTEMPT =
      new PasswordAttempt("auth0|ada", "ada@example.org", "Secret-1!", Optional.of("192.0.2.7"));

  private final RecordingTracing tracing = new RecordingTracing();
  private final PoolObserver observer = new PoolObserver(PoolMeters.of(POOL, false), POOL);

  @Test
  void aCallHasASpanThatSaysThePoolAndTheOutcomeAndNothingElse() {
    assertThat(directory(new Lookup.NotFound()).checkPassword(ATTEMPT))
        .isInstanceOf(PasswordCheck.Rejected.class);

    assertThat(tracing.spans).hasSize(1);
    SpanData span = tracing.spans.get(0);
    assertThat(span.getName()).isEqualTo("Directory.checkPassword");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(attributes(span))
        .isEqualTo(
            Map.of(
                "user_pool.id", "id-1",
                "user_pool.provider", "test",
                "user_pool.outcome", "rejected"));
  }

  @Test
  void anOutageIsAnErrorWithItsKind() {
    Lookup down = new Lookup.Unavailable(Outage.down("no answer about ada@example.org"));
    assertThat(directory(down).findByEmail("ada@example.org")).isSameAs(down);

    SpanData span = tracing.spans.get(0);
    assertThat(span.getName()).isEqualTo("Directory.findByEmail");
    assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(span.getStatus().getDescription()).isEqualTo("down");
    assertThat(attributes(span))
        .containsEntry("user_pool.outcome", "unavailable")
        .containsEntry("user_pool.outage", "down");
    assertThat(span.toString()).doesNotContain("ada@example.org");
  }

  private Directory directory(Lookup lookup) {
    return new GuardedDirectory(
        new AnsweringDirectory(lookup, new PasswordCheck.Rejected()),
        List.of(observer.spans(tracing)));
  }

  private static Map<String, String> attributes(SpanData span) {
    return span.getAttributes().asMap().entrySet().stream()
        .collect(
            Collectors.toMap(
                (Map.Entry<AttributeKey<?>, Object> entry) -> entry.getKey().getKey(),
                entry -> entry.getValue().toString()));
  }

  private static final class RecordingTracing extends NoopTracingProvider {
    private final List<SpanData> spans = new ArrayList<>();
    private final SdkTracerProvider tracers = SdkTracerProvider.builder().build();

    @Override
    public <T> T trace(Class<?> tracer, String suffix, Function<Span, T> execution) {
      Span span =
          tracers.get("test").spanBuilder(tracer.getSimpleName() + "." + suffix).startSpan();
      try {
        return execution.apply(span);
      } finally {
        span.end();
        spans.add(((ReadableSpan) span).toSpanData());
      }
    }
  }
}
