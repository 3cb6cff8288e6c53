package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Measurements.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Measures the size of the pack and its share of a server's start. */
@ExtendWith(RunningKeycloak.class)
@Isolated
class PackMeasurementsIT {

  @Test
  void theSizesOfTheJars(KeycloakRuntime keycloak) throws IOException {
    Measurements.table("JARs", "file", "KiB");
    for (Path jar : RunningKeycloak.providers()) {
      Measurements.row(jar.getFileName(), Files.size(jar) / 1024);
    }
    Measurements.table("Start of the server of this run", "with the pack", "time");
    Measurements.row("yes", Measurements.millis(keycloak.startTime()));
    assertThat(keycloak.startTime()).isPositive();
  }

  @Test
  void theStartTakesLittleLongerWithThePack() {
    Assumptions.assumeTrue(
        Measurements.WANTED,
        "asserts nothing and starts six servers: only with -Dkeycloakpools.measure=true");
    List<Duration> with = new ArrayList<>();
    List<Duration> without = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      without.add(startTime(PackMeasurementsIT::plainKeycloak));
      with.add(startTime(() -> RunningKeycloak.distribution().build()));
    }
    Measurements.table("Start, three times each", "with the pack", "p50", "fastest");
    row("no", Times.of(without));
    row("yes", Times.of(with));
  }

  private static DistributionRuntime plainKeycloak() {
    return DistributionRuntime.builder(Path.of(System.getProperty("keycloak.dist.zip"))).build();
  }

  private static Duration startTime(Supplier<DistributionRuntime> server) {
    try (DistributionRuntime keycloak = server.get()) {
      keycloak.start();
      return keycloak.startTime();
    }
  }

  private static void row(String what, Times times) {
    Measurements.row(what, Measurements.millis(times.p50()), Measurements.millis(times.fastest()));
  }
}
