package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import io.keycloakpools.simulators.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Spans of a sign-in through a pool at a trace collector (docs/run/observability.md). */
class ObservabilitySpansIT extends PoolScenarios {

  private static final String PREFIX = "Directory.";

  @Override
  protected SimulatedDirectory openDirectory() {
    return new SimulatedAuth0();
  }

  @Test
  void eachCallOfTheDirectoryHasASpanBelowTheRequest(TraceCollector collector) {
    String pool = linkedPool();
    Person ada = inDirectory(Person.named("lovelace"));
    String trace = newTrace();

    assertThat(signIn(trace, ada.email(), ada.password()).status()).isEqualTo(200);

    List<Span> spans =
        collector.await(trace, all -> calls(all).size() == 2 && all.size() > calls(all).size());
    assertThat(calls(spans))
        .extracting(Span::name)
        .containsExactlyInAnyOrder("Directory.findByEmail", "Directory.checkPassword");
    for (Span call : calls(spans)) {
      boolean password = call.name().endsWith("checkPassword");
      assertThat(call.status()).isZero();
      assertThat(ours(call))
          .isEqualTo(
              Map.of(
                  "user_pool.id",
                  pool,
                  "user_pool.provider",
                  "auth0-user-pool",
                  "user_pool.outcome",
                  password ? "accepted" : "found"));
      assertThat(spans).extracting(Span::spanId).contains(call.parentId());
      assertThat(call.attributes().values())
          .noneMatch(value -> value.contains("lovelace") || value.contains(ada.password()));
    }
  }

  @Test
  void aCallThatGotNoAnswerIsMarkedAsAnError(TraceCollector collector) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(Flow.DIRECT_GRANT, ada);
    ((SimulatedDirectory) directory).onPasswordChecks(Fault.connectionReset());
    String trace = newTrace();

    assertThat(signIn(trace, ada.username(), ada.password()).status()).isEqualTo(503);

    List<Span> calls = calls(collector.await(trace, all -> !calls(all).isEmpty()));
    assertThat(calls).hasSize(1);
    assertThat(calls.get(0).name()).isEqualTo("Directory.checkPassword");
    assertThat(calls.get(0).status()).isEqualTo(2);
    assertThat(ours(calls.get(0)))
        .containsEntry("user_pool.outcome", "unavailable")
        .containsEntry("user_pool.outage", "down");
  }

  private static List<Span> calls(List<Span> spans) {
    return spans.stream().filter(span -> span.name().startsWith(PREFIX)).toList();
  }

  private static Map<String, String> ours(Span span) {
    Map<String, String> ours = new LinkedHashMap<>(span.attributes());
    ours.keySet().removeIf(name -> !name.startsWith("user_pool."));
    return ours;
  }

  private static String newTrace() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** With the caller's own trace (W3C Trace Context): the server samples no others. */
  private JsonAnswer signIn(String trace, String username, String password) {
    RealmClient client = realm.cli();
    Map<String, String> fields = new LinkedHashMap<>(client.credentials());
    fields.putAll(Map.of("grant_type", "password", "username", username, "password", password));
    return JsonHttp.send(
        JsonHttp.request(client.endpoint("token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .POST(JsonHttp.form(fields))
            .build());
  }
}
