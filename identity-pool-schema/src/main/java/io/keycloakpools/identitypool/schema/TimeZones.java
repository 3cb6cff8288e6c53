package io.keycloakpools.identitypool.schema;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** {@code ui:timeZone}: where the clock hangs by which a date and a time are entered. */
public final class TimeZones {

  /** Keyword of a schema. */
  public static final String KEYWORD = "ui:timeZone";

  private TimeZones() {}

  /** Of a member; UTC if the schema says nothing. */
  public static ZoneId of(ObjectShape.Field field) {
    return field.text(KEYWORD).flatMap(TimeZones::named).orElse(ZoneOffset.UTC);
  }

  /** The zone of that name in the IANA Time Zone Database. */
  public static Optional<ZoneId> named(String name) {
    try {
      ZoneId zone = ZoneId.of(name);
      return Optional.of(zone.getId().equals("UTC") ? ZoneOffset.UTC : zone);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
