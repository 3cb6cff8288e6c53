package io.keycloakpools.userstorage.adapter;

import java.io.IOException;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Logger;

/**
 * Keeps this thread's requests out of Apache's wire logs, which show passwords, client secrets and
 * tokens at DEBUG. Other uses of the client are logged as configured.
 *
 * <p>The categories are those of {@code
 * org.apache.http.impl.conn.ManagedHttpClientConnectionFactory}; Keycloak's log manager is that of
 * {@code java.util.logging}.
 */
final class WireLog {

  @FunctionalInterface
  interface Call<T> {
    T run() throws IOException;
  }

  private static final ThreadLocal<Boolean> SILENT = ThreadLocal.withInitial(() -> false);

  /** A logger without a strong reference loses its filter. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("org.apache.http.wire"), Logger.getLogger("org.apache.http.headers"));

  static {
    LOGGERS.forEach(WireLog::listen);
  }

  private WireLog() {}

  static <T> T silent(Call<T> call) throws IOException {
    SILENT.set(true);
    try {
      return call.run();
    } finally {
      SILENT.remove();
    }
  }

  private static void listen(Logger logger) {
    Filter before = logger.getFilter();
    logger.setFilter(record -> !SILENT.get() && (before == null || before.isLoggable(record)));
  }
}
