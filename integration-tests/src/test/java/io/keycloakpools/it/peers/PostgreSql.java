package io.keycloakpools.it.peers;

import io.keycloakpools.harness.FreePorts;
import io.keycloakpools.harness.server.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * A PostgreSQL server on a random loopback port, with data in a temporary folder that it deletes.
 *
 * <p>PostgreSQL refuses to run as root: there, the library starts it in a user namespace ({@code
 * unshare -U}), which the machine must allow.
 */
public final class PostgreSql implements AutoCloseable {
  private static final String SUPERUSER = "postgres";

  /** The server trusts all local clients. */
  private static final String UNUSED_PASSWORD = "unused";

  private final EmbeddedPostgres server;

  private PostgreSql(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server; it ends with this virtual machine at the latest.
   *
   * @param log gets its output appended
   */
  public static PostgreSql start(Path log) {
    Redirect output = Redirect.appendTo(log.toFile());
    try {
      return new PostgreSql(
          EmbeddedPostgres.builder()
              .setPort(FreePorts.any())
              .setOutputRedirector(output)
              .setErrorRedirector(output)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its empty database, for a user with all rights. */
  public Database database() {
    return new Database(
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + SUPERUSER,
        SUPERUSER,
        UNUSED_PASSWORD);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
