package io.keycloakpools.startcheck;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether each JAR has those that it needs, all in one version. */
record NeededJars(Collection<DeclaredJar> present) {

  private static final String REMEDY =
      "All JARs of Keycloak Pools must be of one version: copy those that you need from one release"
          + " to providers/, remove the others, and run kc.sh build.";

  private record Need(String name, String version) {
    String file() {
      return DeclaredJar.file(name, version);
    }
  }

  /** What is missing or of another version, and what to do; empty if nothing is. */
  Optional<String> problem() {
    Map<String, String> problems = new TreeMap<>();
    for (DeclaredJar jar : present) {
      for (String name : jar.needs()) {
        Need need = new Need(name, jar.version());
        problem(need).ifPresent(text -> problems.put(need.file(), text));
      }
    }
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(" ", problems.values()) + " " + REMEDY);
  }

  private Optional<String> problem(Need need) {
    TreeSet<String> versions =
        present.stream()
            .filter(jar -> jar.name().equals(need.name()))
            .map(DeclaredJar::version)
            .collect(Collectors.toCollection(TreeSet::new));
    if (versions.size() == 1 && versions.contains(need.version())) {
      return Optional.empty();
    }
    String needing =
        present.stream()
            .filter(jar -> jar.needs().contains(need.name()))
            .filter(jar -> jar.version().equals(need.version()))
            .map(DeclaredJar::file)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    String found =
        versions.stream()
            .map(version -> DeclaredJar.file(need.name(), version))
            .collect(Collectors.joining(", "));
    return Optional.of(
        needing
            + " cannot work without "
            + need.file()
            + (versions.isEmpty()
                ? ", which is missing or too old to tell its version."
                : ", but " + found + (versions.size() == 1 ? " is" : " are") + " there."));
  }
}
