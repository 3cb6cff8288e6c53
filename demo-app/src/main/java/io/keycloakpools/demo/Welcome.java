package io.keycloakpools.demo;

import io.keycloakpools.demo.site.Guide;

/** The guide as the terminal shows it. Text to copy has a line of its own. */
record Welcome(Guide guide, String log) {
  private static final int WIDTH = 92;
  private static final String INDENT = "    ";
  private static final String COPY = "        ";

  String text() {
    StringBuilder text = new StringBuilder();
    guide
        .places()
        .forEach(
            place ->
                text.append(
                    "%n%-17s %s%s"
                        .formatted(
                            place.name(),
                            place.address(),
                            place.note().isEmpty() ? "" : "   (" + place.note() + ")")));
    text.append("%n%-17s %s%n".formatted("Server log", log));
    text.append("%nEverybody's password is %s%n".formatted(guide.password()));
    guide.directories().forEach(each -> directory(text, each));
    text.append("%nWhat to try (sign out before you sign in as somebody else)%n".formatted());
    for (int i = 0; i < guide.steps().size(); i++) {
      step(text, i + 1, guide.steps().get(i));
    }
    return text.toString();
  }

  private static void directory(StringBuilder text, Guide.Directory directory) {
    text.append("%nUser pool %s: %s%n".formatted(directory.name(), directory.about()));
    directory
        .people()
        .forEach(person -> text.append("  %-19s %s%n".formatted(person.username(), person.note())));
  }

  private static void step(StringBuilder text, int number, Guide.Step step) {
    text.append("%2d. %s%n".formatted(number, step.title()));
    step.parts().forEach(part -> text.append(part(part)));
  }

  private static String part(Guide.Part part) {
    if (part instanceof Guide.Say say) {
      return wrapped(say.text());
    }
    if (part instanceof Guide.Open open) {
      return COPY + open.address() + System.lineSeparator();
    }
    if (part instanceof Guide.Enter enter) {
      return COPY + "%-16s %s%n".formatted(enter.label() + ":", enter.value());
    }
    return COPY + ((Guide.Command) part).text() + System.lineSeparator();
  }

  private static String wrapped(String words) {
    StringBuilder text = new StringBuilder(INDENT);
    int column = INDENT.length();
    for (String word : words.split(" ", -1)) {
      if (column + 1 + word.length() > WIDTH) {
        text.append(System.lineSeparator()).append(INDENT);
        column = INDENT.length();
      } else if (column > INDENT.length()) {
        text.append(' ');
        column++;
      }
      text.append(word);
      column += word.length();
    }
    return text.append(System.lineSeparator()).toString();
  }
}
