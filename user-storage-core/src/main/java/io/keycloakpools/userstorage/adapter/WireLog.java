package io.keycloakpools.userstorage.adapter;

import java.io.IOException;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Logger;

/**
 * Keeps requests out of Apache's logs of the wire, which show bodies and headers at DEBUG:
 * passwords, client secrets, tokens. Only the calling thread's records are dropped; what else uses
 * the client is logged as an admin asked for.
 *
 * <p>The categories are those of {@code org.apache.http.impl.conn.
 * ManagedHttpClientConnectionFactory}; Keycloak's log manager is the one of {@code
 * java.util.logging}.
 */
final class WireLog {

  /** A call to be kept quiet. */
  @FunctionalInterface
  interface Call<T> {
    T run() throws IOException;
  }

  private static final ThreadLocal<Boolean> SILENT = ThreadLocal.withInitial(() -> false);

  /** Held for good: a logger that nobody holds loses its filter. */
  private static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("org.apache.http.wire"), Logger.getLogger("org.apache.http.headers"));

  static {
    LOGGERS.forEach(WireLog::listen);
  }

  private WireLog() {}

  /** Runs a call of which nothing is logged. */
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
