package io.keycloakpools.dist;

import java.util.Map;
import java.util.Optional;

/** Where the libraries are in our JARs: the relocations of the modules' builds, backwards. */
final class Relocations {

  private static final String OURS = "io/keycloakpools/";

  private static final Map<String, String> ORIGINALS =
      Map.of(
          OURS + "userstorage/shaded/resilience4j/", "io/github/resilience4j/",
          OURS + "userstorage/cognito/shaded/awssdk/", "software/amazon/awssdk/",
          OURS + "userstorage/cognito/shaded/eventstream/", "software/amazon/eventstream/",
          OURS + "userstorage/cognito/shaded/reactivestreams/", "org/reactivestreams/",
          OURS + "passwordpolicy/shaded/zxcvbn/", "com/nulabinc/zxcvbn/",
          OURS + "identitypool/shaded/networknt/", "com/networknt/",
          OURS + "identitypool/shaded/re2j/", "com/google/re2j/",
          OURS + "identitypool/shaded/itu/", "com/ethlo/time/");

  private Relocations() {}

  /**
   * Returns the name that a class of one of our JARs has in its library.
   *
   * @return empty for a class of our own
   */
  static Optional<String> original(String name) {
    return ORIGINALS.entrySet().stream()
        .filter(relocation -> name.startsWith(relocation.getKey()))
        .map(relocation -> relocation.getValue() + name.substring(relocation.getKey().length()))
        .findAny()
        .or(() -> ours(name) ? Optional.empty() : Optional.of(name));
  }

  private static boolean ours(String name) {
    return name.startsWith(OURS) && !name.contains("/shaded/");
  }
}
