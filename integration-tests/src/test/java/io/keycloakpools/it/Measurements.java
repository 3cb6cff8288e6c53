package io.keycloakpools.it;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** All measurements of a run, in {@code target/measurements.md}. */
final class Measurements {

  /** Sorted times. */
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

  static final boolean WANTED = Boolean.getBoolean("keycloakpools.measure");

  private static final MarkdownReport REPORT = new MarkdownReport("measurements.md");

  private Measurements() {}

  static void table(String title, String... columns) {
    REPORT.table(title, columns);
  }

  static void row(Object... cells) {
    REPORT.row(cells);
  }

  static String millis(Duration duration) {
    return duration.toMillis() + " ms";
  }

  static String tenths(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
  }
}
