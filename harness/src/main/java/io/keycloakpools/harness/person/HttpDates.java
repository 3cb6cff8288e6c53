package io.keycloakpools.harness.person;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Dates in HTTP headers. */
final class HttpDates {
  private HttpDates() {}

  /** The date; a date nobody understands is never over. */
  static Instant parse(String date) {
    try {
      String text = date.replaceAll("(\\d{2})-(\\w{3})-(\\d{4})", "$1 $2 $3");
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }
}
