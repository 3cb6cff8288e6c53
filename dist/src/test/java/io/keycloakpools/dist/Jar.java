package io.keycloakpools.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A JAR.
 *
 * @param entries names of its files
 * @param papers licences and notices: text by name
 */
record Jar(String fileName, Set<String> entries, Map<String, String> papers) {

  static Jar read(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Set<String> entries =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .collect(Collectors.toUnmodifiableSet());
      Map<String, String> papers =
          entries.stream()
              .filter(name -> name.matches("META-INF/[^/]*(LICENSE|NOTICE)[^/]*"))
              .collect(Collectors.toUnmodifiableMap(name -> name, name -> text(zip, name)));
      return new Jar(file.getFileName().toString(), entries, papers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(ZipFile zip, String name) {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> classes() {
    return entries.stream()
        .filter(name -> name.endsWith(".class"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The lines of its notices that say something. */
  Set<String> notices() {
    return papers.entrySet().stream()
        .filter(paper -> paper.getKey().contains("NOTICE"))
        .flatMap(paper -> paper.getValue().lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
