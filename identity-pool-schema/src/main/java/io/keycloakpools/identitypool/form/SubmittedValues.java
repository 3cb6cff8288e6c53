package io.keycloakpools.identitypool.form;

import java.util.List;

record SubmittedValues(FormField field, List<String> submitted) {

  SubmittedValues {
    submitted = submitted.stream().filter(value -> value != null && !value.isBlank()).toList();
  }

  List<String> values(List<String> kept) {
    return switch (field.kind()) {
      case CHECKBOX ->
          List.of(submitted.isEmpty() ? "false" : ticked(submitted.get(submitted.size() - 1)));
      case LINES ->
          submitted.stream()
              .flatMap(String::lines)
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      case DATETIME_LOCAL -> submitted.stream().map(time -> time(time, kept)).toList();
      case TEXT,
          EMAIL,
          TEL,
          URL,
          DATE,
          NUMBER,
          SELECT,
          RADIO,
          MULTI_SELECT,
          CHECKBOXES,
          TEXTAREA,
          JSON ->
          submitted;
    };
  }

  private static String ticked(String value) {
    return value.equals("on") ? "true" : value;
  }

  /** An unchanged time keeps its offset and its fraction of a second. */
  private String time(String entered, List<String> kept) {
    ZonedInput input = new ZonedInput(field.zone());
    return kept.stream()
        .filter(time -> input.shown(time).equals(entered))
        .findFirst()
        .orElseGet(() -> input.kept(entered));
  }
}
