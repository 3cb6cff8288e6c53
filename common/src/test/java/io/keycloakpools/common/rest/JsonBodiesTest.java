package io.keycloakpools.common.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.common.text.AdminTexts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonBodiesTest {

  private final JsonBodies bodies = new JsonBodies(new AdminErrors(AdminTexts.inEnglish()), 100);

  @Test
  void aBodyOfTheLargestSizeIsReadAndALargerOneIsNot() throws IOException {
    InputStream large = stream("x".repeat(1000));

    assertThat(JsonBodies.bytes(stream("x".repeat(16)), 16)).isPresent();
    assertThat(JsonBodies.bytes(large, 16)).isEmpty();
    assertThat(large.available()).isEqualTo(1000 - 17);
    assertThat(JsonBodies.bytes(null, 16)).hasValueSatisfying(none -> assertThat(none).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "null", "{", "{} {}", "{\"a\": 1, \"a\": 2}"})
  void whatIsNoSingleObjectIsNotRead(String body) {
    assertThat(JsonBodies.object(body.getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void fieldsAreReadByKind() {
    String sent =
        "{\"name\": \"ada\", \"none\": null, \"yes\": true, \"n\": 7, \"in\": {\"a\": 1}}";

    ObjectNode body = bodies.object(stream(sent), List.of("name", "none", "yes", "n", "in"));

    assertThat(bodies.required(body, "name")).isEqualTo("ada");
    assertThat(bodies.text(body, "none")).isEmpty();
    assertThat(bodies.text(body, "missing")).isEmpty();
    assertThat(bodies.flag(body, "yes")).isTrue();
    assertThat(bodies.flag(body, "missing")).isFalse();
    assertThat(bodies.number(body, "n")).isEqualTo(7);
    assertThat(bodies.object(body, "in", List.of("a")).path("a").asInt()).isEqualTo(1);
    assertThat(bodies.object(body, "missing")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({", , 0, 100", "5, 10, 5, 10", "-1, -1, 0, 100", "0, 0, 0, 0", "1, 5000, 1, 1000"})
  void aPageIsBounded(Integer first, Integer max, int from, int most) {
    assertThat(PageBounds.of(first, max)).isEqualTo(new PageBounds(from, most));
  }

  @Test
  void aReasonStandsBesideTheText() throws JsonProcessingException {
    ObjectMapper json =
        new ObjectMapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    assertThat(
            json.readTree(
                json.writeValueAsString(
                    new AdminErrors.WithReason("passwordHashCost", "hash", "Too much."))))
        .isEqualTo(
            json.readTree(
                "{\"error\": \"passwordHashCost\", \"field\": \"hash\", \"errorMessage\": \"Too"
                    + " much.\"}"));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
