package io.keycloakpools.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Tables of Markdown in one file of {@code target/}, rewritten with every line. */
public final class MarkdownReport {

  private final String file;
  private final List<String> lines = new ArrayList<>();

  public MarkdownReport(String file) {
    this.file = file;
  }

  public void table(String title, String... columns) {
    write("", "## " + title, "", line((Object[]) columns), "|" + " --- |".repeat(columns.length));
  }

  public void row(Object... cells) {
    write(line(cells));
  }

  private static String line(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    return line.toString();
  }

  private synchronized void write(String... more) {
    lines.addAll(List.of(more));
    for (String line : more) {
      System.out.println(line);
    }
    try {
      Files.write(RunningKeycloak.target().resolve(file), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
