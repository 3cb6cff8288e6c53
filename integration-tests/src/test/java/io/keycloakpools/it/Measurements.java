package io.keycloakpools.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What all classes of a run have measured, in one file: {@code target/measurements.md}. */
final class Measurements {

  /** Times of the same kind, sorted. */
  record Times(List<Duration> sorted) {

    static Times of(List<Duration> durations) {
      return new Times(durations.stream().sorted().toList());
    }

    Duration fastest() {
      return sorted.get(0);
    }

    Duration p50() {
      return sorted.get(sorted.size() / 2);
    }

    Duration p95() {
      return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }
  }

  private static final List<String> REPORT = new ArrayList<>();

  private Measurements() {}

  /** Begins a table. */
  static void table(String title, String... columns) {
    write("", "## " + title, "", line((Object[]) columns), "|" + " --- |".repeat(columns.length));
  }

  /** Adds a row to the table that was begun last. */
  static void row(Object... cells) {
    write(line(cells));
  }

  static String millis(Duration duration) {
    return duration.toMillis() + " ms";
  }

  private static String line(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    return line.toString();
  }

  private static synchronized void write(String... lines) {
    REPORT.addAll(List.of(lines));
    for (String line : lines) {
      System.out.println(line);
    }
    try {
      Files.write(RunningKeycloak.target().resolve("measurements.md"), REPORT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
