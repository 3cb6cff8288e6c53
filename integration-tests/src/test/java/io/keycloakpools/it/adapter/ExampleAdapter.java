package io.keycloakpools.it.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.TestProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The example of docs/develop/adapters.md as a JAR, and its database. */
public final class ExampleAdapter {

  static final String PROVIDER = "people-user-pool";
  static final String PASSWORD = "Correct-Horse-1";

  private static final TestProvider EXAMPLE = new TestProvider("adapter-example");

  /** As in the example. */
  private static final int ROUNDS = 600_000;

  private ExampleAdapter() {}

  static Path source() {
    return EXAMPLE.sources().resolve("com/example/people/PeoplePoolFactory.java");
  }

  public static Path jar() {
    return EXAMPLE.jar();
  }

  /** The address of the table, which each connection creates if it is missing. */
  public static Map<String, String> environment() {
    Path script = RunningKeycloak.target().resolve("adapter-example/people.sql");
    try {
      Files.writeString(script, table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String init = ";INIT=RUNSCRIPT FROM '" + script + "'";
    return Map.of(
        "KC_SPI_STORAGE__PEOPLE_USER_POOL__URL", "jdbc:h2:mem:people;DB_CLOSE_DELAY=-1" + init);
  }

  private static String table() {
    return """
        create table if not exists people (
          id varchar primary key, login varchar, email varchar, email_verified boolean,
          first_name varchar, last_name varchar, active boolean, password varchar);
        merge into people values
          ('1', 'Ada', 'ada@example.com', true, 'Ada', 'Lovelace', true, '%1$s'),
          ('2', 'grace', 'grace@example.com', false, 'Grace', 'Hopper', false, '%1$s');
        """
        .formatted(hash(PASSWORD));
  }

  private static String hash(String password) {
    byte[] salt = "salt-of-the-test".getBytes(UTF_8);
    try {
      PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, 256);
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
