package io.keycloakpools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TranscriptTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Transcript transcript =
      new Transcript(new PrintStream(out, true, StandardCharsets.UTF_8));

  @Test
  void whatIsAsExpectedIsRight() {
    transcript.expect("roles", "staff", "staff");
    assertThat(transcript.close()).isTrue();
    assertThat(lines())
        .contains("  ok     roles                    staff")
        .endsWith("All 1 observations are as they should be.");
  }

  @Test
  void whatIsNotIsMarkedWithWhatWasExpected() {
    transcript.expect("link", "linked", "linked");
    transcript.expect("roles", "staff", "none");
    assertThat(transcript.close()).isFalse();
    assertThat(lines())
        .contains(
            "  WRONG  roles                    none", "         expected                 staff")
        .endsWith("1 of 2 observations are WRONG, see the marked lines.");
  }

  @Test
  void headingsAreUnderlined() {
    transcript.heading("Pool");
    assertThat(lines()).containsExactly("", "Pool", "----");
  }

  private String[] lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toArray(String[]::new);
  }
}
