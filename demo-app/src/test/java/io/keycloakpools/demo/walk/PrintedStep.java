package io.keycloakpools.demo.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A step as it is printed. What can be copied from it is taken line by line, each once. */
final class PrintedStep {
  private static final Set<String> COMMANDS = Set.of("set", "groups", "stop", "start", "invite");

  private final int number;
  private final String title;
  private final StringBuilder text = new StringBuilder();
  private final List<String> copied = new ArrayList<>();

  PrintedStep(int number, String title) {
    this.number = number;
    this.title = title;
  }

  int number() {
    return number;
  }

  String title() {
    return title;
  }

  /** What is said, in one line. */
  String text() {
    return text.toString().strip();
  }

  void say(String line) {
    text.append(' ').append(line.strip());
  }

  void copy(String line) {
    copied.add(line.strip());
  }

  /** The next line, which is an address. */
  URI address() {
    String line = next();
    assertThat(line).as(title).startsWith("http://");
    return URI.create(line);
  }

  /** The next line, which is a command. */
  String command() {
    String line = next();
    assertThat(COMMANDS).as(line).contains(line.split(" ", 2)[0]);
    return line;
  }

  /** The next lines as long as they are labels with values. */
  Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    while (!copied.isEmpty() && !copied.get(0).startsWith("http://")) {
      String[] entry = next().split(":\\s+", 2);
      entries.put(entry[0], entry[1]);
    }
    return entries;
  }

  private String next() {
    assertThat(copied).as("lines left in " + title).isNotEmpty();
    return copied.remove(0);
  }

  /** Lines that nobody has copied. */
  List<String> left() {
    return List.copyOf(copied);
  }
}
