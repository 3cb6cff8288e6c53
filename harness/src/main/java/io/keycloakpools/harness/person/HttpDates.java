package io.keycloakpools.harness.person;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

final class HttpDates {
  private HttpDates() {}

  /** A date that cannot be parsed never expires. */
  static Instant parse(String date) {
    try {
      String text = date.replaceAll("(\\d{2})-(\\w{3})-(\\d{4})", "$1 $2 $3");
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }
}
