package io.keycloakpools.it.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.harness.server.Database;
import io.keycloakpools.it.peers.PostgreSql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cluster")
class PostgreSqlIT {

  @Test
  void aServerAnswersUntilItIsClosed(@TempDir Path folder) throws SQLException {
    Database database;
    try (PostgreSql server = PostgreSql.start(folder.resolve("log"))) {
      database = server.database();
      try (Connection connection = connect(database)) {
        assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
      }
    }

    assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.username(), database.password());
  }
}
