package io.keycloakpools.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildProcessTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  @TempDir Path folder;

  @Test
  void outputGoesToTheLog() throws IOException {
    ChildProcess process = start("echo out; echo $KC_TEST >&2; exit 3", Map.of("KC_TEST", "err"));

    assertThat(process.endsWithin(LONG)).isTrue();
    assertThat(process.exitCode()).isEqualTo(3);
    assertThat(Logs.tail(log())).isEqualTo("out\nerr");
  }

  @Test
  void whoeverIgnoresTheRequestToEndIsEnded() throws IOException {
    ChildProcess process = start("trap '' TERM; echo ready; while :; do read x; done", Map.of());
    while (Logs.all(log()).isEmpty() && process.alive()) {
      assertThat(process.endsWithin(Duration.ofMillis(20))).isFalse();
    }

    process.stop(Duration.ofMillis(50));

    assertThat(process.alive()).isFalse();
  }

  @Test
  void aKillTakesTheChildrenAlong() throws IOException {
    ChildProcess process = start("sleep 600 & echo $!; wait", Map.of());
    while (Logs.all(log()).isBlank()) {
      assertThat(process.endsWithin(Duration.ofMillis(20))).isFalse();
    }
    long child = Long.parseLong(Logs.all(log()).trim());

    process.kill();

    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private ChildProcess start(String script, Map<String, String> environment) throws IOException {
    return ChildProcess.start(List.of("sh", "-c", script), environment, folder, log());
  }

  private Path log() {
    return folder.resolve("log");
  }
}
