package io.keycloakpools.identitypool.schema;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** {@code ui:timeZone}: the time zone in which users enter a date and a time. */
public final class TimeZones {

  public static final String KEYWORD = "ui:timeZone";

  private TimeZones() {}

  public static ZoneId of(ObjectShape.Field field) {
    return field.text(KEYWORD).flatMap(TimeZones::named).orElse(ZoneOffset.UTC);
  }

  public static Optional<ZoneId> named(String name) {
    try {
      ZoneId zone = ZoneId.of(name);
      return Optional.of(zone.getId().equals("UTC") ? ZoneOffset.UTC : zone);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
