package io.keycloakpools.userstorage.observe;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keycloakpools.common.Word;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.guard.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardTest {

  private static final Path DASHBOARD = Path.of("../docs/grafana/keycloak-pools.json");
  private static final Path RULES = Path.of("../docs/prometheus/keycloak-pools.rules.yml");

  private static final Pattern METRIC = Pattern.compile("keycloak_\\w+");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)(?:=~|!~|!=|=)\"([^\"]*)\"");

  /** Micrometer's names for Prometheus; ObservabilityIT sees them there. */
  private static final Map<String, Set<String>> SHOWN =
      Map.of(
          PoolMeters.OUTCOMES, Set.of("_total"),
          PoolMeters.CALLS,
              Set.of("_seconds_count", "_seconds_sum", "_seconds_max", "_seconds_bucket"),
          PoolMeters.BREAKER, Set.of(""));

  private static final Set<String> CALLS =
      Stream.of(
              new Question.FindByUsername(""),
              new Question.FindByEmail(""),
              new Question.FindByExternalId("", ""),
              new Question.CheckPassword(new PasswordAttempt("", "", "", Optional.empty())),
              new Question.ListUsers(Optional.empty(), 1),
              new Question.TestConnection())
          .map(Question::code)
          .collect(toSet());

  private static final Map<String, Set<String>> VALUES =
      Map.of(
          "step", codes(Step.values()),
          "outcome", codes(Result.values()),
          "call", CALLS,
          "outage", with(PoolMeters.NONE, codes(Outage.Kind.values())),
          "guards", Set.of("lookups", "passwords"));

  static Stream<String> questions() throws IOException {
    return Stream.concat(
        dashboard().findValuesAsText("expr").stream(), rules().findValuesAsText("expr").stream());
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyQuestionIsAboutMetersThatAreThere(String question) {
    Set<String> names =
        SHOWN.entrySet().stream()
            .flatMap(meter -> meter.getValue().stream().map(end -> base(meter.getKey()) + end))
            .collect(toSet());
    assertThat(metrics(question)).isNotEmpty().isSubsetOf(names);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void everyValueThatIsAskedForCanCome(String question) {
    long quotes = question.chars().filter(each -> each == '"').count();
    assertThat(MATCHER.matcher(question).results().count() * 2)
        .as("quotes of the labels that are looked at")
        .isEqualTo(quotes);
    MATCHER
        .matcher(question)
        .results()
        .filter(label -> !label.group(2).startsWith("$"))
        .forEach(
            label ->
                assertThat(VALUES.getOrDefault(label.group(1), Set.of()))
                    .as(label.group())
                    .anyMatch(value -> value.matches(label.group(2)))
                    .containsAll(
                        Arrays.stream(label.group(2).split("\\|"))
                            .filter(word -> word.matches("\\w+"))
                            .toList()));
  }

  @Test
  void theDashboardShowsEveryMeter() throws IOException {
    String questions = String.join("\n", dashboard().findValuesAsText("expr"));
    assertThat(SHOWN.keySet()).allMatch(meter -> questions.contains(base(meter)));
  }

  @Test
  void everyPanelHasAPlaceOfItsOwn() throws IOException {
    List<JsonNode> panels = dashboard().required("panels").valueStream().toList();
    assertThat(panels).isNotEmpty();
    assertThat(panels).extracting(panel -> panel.required("id").asInt()).doesNotHaveDuplicates();
    assertThat(panels).extracting(panel -> panel.required("title")).doesNotHaveDuplicates();
    assertThat(panels)
        .extracting(panel -> panel.at("/gridPos/x") + "," + panel.at("/gridPos/y"))
        .doesNotHaveDuplicates();
    assertThat(panels).allMatch(panel -> !panel.required("targets").isEmpty());
  }

  @Test
  void everyAlertSaysWhatIsWrongAndHowBadItIs() throws IOException {
    List<JsonNode> alerts = rules().at("/groups/0/rules").valueStream().toList();
    assertThat(alerts).isNotEmpty();
    assertThat(alerts)
        .extracting(alert -> alert.required("alert").asText())
        .doesNotHaveDuplicates();
    assertThat(alerts)
        .allSatisfy(
            alert -> {
              assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning", "info");
              assertThat(alert.at("/annotations/summary").asText()).contains("$labels.pool");
              assertThat(alert.at("/annotations/description").asText()).isNotEmpty();
            });
  }

  private static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(Files.readString(DASHBOARD));
  }

  private static JsonNode rules() throws IOException {
    return new YAMLMapper().readTree(Files.readString(RULES));
  }

  private static Set<String> metrics(String question) {
    return METRIC.matcher(question).results().map(found -> found.group()).collect(toSet());
  }

  private static String base(String meter) {
    return meter.replace('.', '_');
  }

  private static Set<String> codes(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Word::of).collect(toSet());
  }

  private static Set<String> with(String value, Set<String> others) {
    return Stream.concat(Stream.of(value), others.stream()).collect(toSet());
  }
}
