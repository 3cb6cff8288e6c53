package io.keycloakpools.demo;

import java.io.PrintStream;

final class Transcript {
  private final PrintStream out;
  private int lines;
  private int wrong;

  Transcript(PrintStream out) {
    this.out = out;
  }

  void heading(String text) {
    out.printf("%n%s%n%s%n", text, "-".repeat(text.length()));
  }

  void step(String text) {
    out.println(text);
  }

  void expect(String what, String expected, String seen) {
    lines++;
    if (expected.equals(seen)) {
      out.printf("  ok     %-24s %s%n", what, seen);
    } else {
      wrong++;
      out.printf("  WRONG  %-24s %s%n         %-24s %s%n", what, seen, "expected", expected);
    }
  }

  boolean close() {
    out.printf(
        "%n%s%n",
        wrong == 0
            ? "All " + lines + " observations are as they should be."
            : wrong + " of " + lines + " observations are WRONG, see the marked lines.");
    return wrong == 0;
  }
}
