package io.keycloakpools.identitypool.form;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Converts between RFC 3339 and HTML's {@code datetime-local}, which has no zone. A time that the
 * clock skips moves on; of a repeated one, the first is meant ({@link LocalDateTime#atZone}).
 */
record ZonedInput(ZoneId zone) {

  /** An input that is no local time, such as RFC 3339 itself, stays. */
  String kept(String entered) {
    try {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
          LocalDateTime.parse(entered).atZone(zone));
    } catch (DateTimeException e) {
      return entered;
    }
  }

  /** A stored value that is not RFC 3339 stays. */
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

  String zoneName() {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }
}
