package io.keycloakpools.userstorage.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Checks the alert rules of docs/ with Prometheus' promtool. Without it, the tests are skipped with
 * a reason; in continuous integration they fail.
 */
class AlertRulesTest {

  private static final String MISSING =
      "No promtool on the search path: on Debian, apt-get install prometheus.";

  @BeforeEach
  void needsPromtool() {
    boolean installed =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    if (!installed && System.getenv("CI") != null) {
      throw new AssertionError(MISSING);
    }
    Assumptions.assumeTrue(installed, MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "check, ../docs/prometheus/keycloak-pools.rules.yml",
    "test, src/test/resources/keycloak-pools.rules.test.yml"
  })
  void promtoolAccepts(String command, String file) throws IOException, InterruptedException {
    Process promtool =
        new ProcessBuilder("promtool", command, "rules", file).redirectErrorStream(true).start();
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(promtool.waitFor()).as(said).isZero();
  }
}
