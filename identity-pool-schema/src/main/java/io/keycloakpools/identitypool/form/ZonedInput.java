package io.keycloakpools.identitypool.form;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * A date and a time: RFC 3339 in the document, {@code datetime-local} of HTML on a page, which has
 * no zone. Needs no script. A time that the clock skips is moved on, and of one that comes twice
 * the first is meant ({@link LocalDateTime#atZone}).
 *
 * @param zone of the clock by which people enter it
 */
record ZonedInput(ZoneId zone) {

  /** As it is kept. What is no local time, such as RFC 3339 itself, is kept as it was entered. */
  String kept(String entered) {
    try {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
          LocalDateTime.parse(entered).atZone(zone));
    } catch (DateTimeException e) {
      return entered;
    }
  }

  /** As it is shown. What is not RFC 3339 is shown as it is. */
  String shown(String kept) {
    try {
      return OffsetDateTime.parse(kept)
          .atZoneSameInstant(zone)
          .toLocalDateTime()
          .truncatedTo(ChronoUnit.MILLIS)
          .toString();
    } catch (DateTimeException e) {
      return kept;
    }
  }

  /** For people. */
  String zoneName() {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }
}
