package io.keycloakpools.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

public final class SearchPath {
  private SearchPath() {}

  public static Optional<Path> find(String... names) {
    return Stream.ofNullable(System.getenv("PATH"))
        .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
        .flatMap(folder -> List.of(names).stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
