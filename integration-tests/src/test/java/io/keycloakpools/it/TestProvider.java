package io.keycloakpools.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A provider of the tests' own, as a JAR.
 *
 * @param name of its folder of sources, and of its JAR
 */
public record TestProvider(String name) {

  private static final String API =
      ".*/(org\\.keycloak\\.keycloak-(core|common|server-spi|services|model)|jakarta\\.ws\\.rs).*\\.jar";

  public Path sources() {
    return Path.of("src", name, "java");
  }

  /** The JAR, compiled against the pack and its server's API. */
  public Path jar() {
    Path home = RunningKeycloak.target().resolve(name);
    try {
      Path classes = Files.createDirectories(home.resolve("classes"));
      compile(classes, api(Files.createDirectories(home.resolve("keycloak"))));
      return pack(home.resolve(name + ".jar"), List.of(classes, Path.of("src", name, "resources")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Path into, List<Path> api) throws IOException {
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
              .getTask(
                  null,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(files(sources())))
              .call();
      if (!compiled) {
        throw new IllegalStateException(sources() + " does not compile");
      }
    }
  }

  private static List<Path> api(Path into) throws IOException {
    List<Path> jars = new ArrayList<>();
    try (ZipFile zip = new ZipFile(System.getProperty("keycloak.dist.zip"))) {
      for (ZipEntry entry : zip.stream().filter(each -> each.getName().matches(API)).toList()) {
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
