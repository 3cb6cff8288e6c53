package io.keycloakpools.it.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keycloakpools.it.RunningKeycloak;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The example of docs/develop/adapters.md as a JAR, and its database. */
public final class ExampleAdapter {

  static final String PROVIDER = "people-user-pool";
  static final String PASSWORD = "Correct-Horse-1";

  private static final Path SOURCES = Path.of("src/adapter-example");
  private static final String KEYCLOAK =
      ".*/org\\.keycloak\\.keycloak-(core|common|server-spi|model).*";

  /** As in the example. */
  private static final int ROUNDS = 600_000;

  private ExampleAdapter() {}

  static Path source() {
    return SOURCES.resolve("java/com/example/people/PeoplePoolFactory.java");
  }

  /** The JAR, compiled against the pack's core and its server's API. */
  public static Path jar() {
    Path home = RunningKeycloak.target().resolve("example-adapter");
    try {
      Path classes = Files.createDirectories(home.resolve("classes"));
      compile(classes, keycloak(Files.createDirectories(home.resolve("keycloak"))));
      return pack(
          home.resolve("people-user-pool.jar"), List.of(classes, SOURCES.resolve("resources")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address of the table, which each connection creates if it is missing. */
  public static Map<String, String> environment() {
    Path script = RunningKeycloak.target().resolve("example-adapter/people.sql");
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

  private static void compile(Path into, List<Path> api) throws IOException {
    List<Path> path = new ArrayList<>(api);
    path.addAll(RunningKeycloak.providers());
    String classPath =
        path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      List<String> options =
          List.of("--release", "17", "-proc:none", "-cp", classPath, "-d", into.toString());
      boolean compiled =
          compiler
              .getTask(null, files, null, options, null, files.getJavaFileObjects(source()))
              .call();
      if (!compiled) {
        throw new IllegalStateException("The example does not compile");
      }
    }
  }

  private static List<Path> keycloak(Path into) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (ZipFile zip = new ZipFile(System.getProperty("keycloak.dist.zip"))) {
      for (ZipEntry entry :
          zip.stream().filter(each -> each.getName().matches(KEYCLOAK)).toList()) {
        Path jar = into.resolve(Path.of(entry.getName()).getFileName());
        Files.write(jar, zip.getInputStream(entry).readAllBytes());
        jars.add(jar);
      }
    }
    return jars;
  }

  /** The same bytes each time: a built server is kept by its JARs. */
  private static Path pack(Path jar, List<Path> folders) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Path folder : folders) {
        for (Path each : files(folder)) {
          ZipEntry entry = new ZipEntry(folder.relativize(each).toString().replace('\\', '/'));
          entry.setLastModifiedTime(FileTime.fromMillis(0));
          zip.putNextEntry(entry);
          Files.copy(each, zip);
        }
      }
    }
    return jar;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
