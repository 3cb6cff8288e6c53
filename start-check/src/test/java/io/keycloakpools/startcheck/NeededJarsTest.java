package io.keycloakpools.startcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NeededJarsTest {

  private static final String REMEDY =
      " All JARs of Keycloak Pools must be of one version: copy those that you need from one release"
          + " to providers/, remove the others, and run kc.sh build.";

  @Test
  void jarsOfOneVersionHaveNoProblem() {
    assertThat(
            problem(
                jar("common", "1.1.0"),
                jar("core", "1.1.0", "common"),
                jar("rest", "1.1.0", "core", "common")))
        .isEmpty();
    assertThat(problem()).isEmpty();
  }

  @Test
  void aMissingJarIsNamedWithThoseThatNeedIt() {
    assertThat(problem(jar("passwords", "1.1.0", "common"), jar("core", "1.1.0", "common")))
        .isEqualTo(
            "core-1.1.0.jar, passwords-1.1.0.jar cannot work without common-1.1.0.jar, which is"
                + " missing or too old to tell its version."
                + REMEDY);
  }

  @Test
  void anotherVersionIsNamedAsWell() {
    assertThat(problem(jar("common", "1.0.0"), jar("core", "1.1.0", "common")))
        .isEqualTo(
            "core-1.1.0.jar cannot work without common-1.1.0.jar, but common-1.0.0.jar is there."
                + REMEDY);
    assertThat(problem(jar("common", "1.1.0"), jar("core", "1.0.0", "common")))
        .startsWith(
            "core-1.0.0.jar cannot work without common-1.0.0.jar, but common-1.1.0.jar is there.");
  }

  /** Keycloak's class path is flat: it takes a class from either. */
  @Test
  void theSameJarInTwoVersionsIsAProblem() {
    assertThat(
            problem(jar("common", "1.0.0"), jar("common", "1.1.0"), jar("core", "1.1.0", "common")))
        .startsWith(
            "core-1.1.0.jar cannot work without common-1.1.0.jar, but common-1.0.0.jar,"
                + " common-1.1.0.jar are there.");
  }

  /** A class loader may list a resource of its parent once more. */
  @Test
  void aJarThatIsSeenTwiceIsOne() {
    assertThat(
            problem(jar("common", "1.1.0"), jar("common", "1.1.0"), jar("core", "1.1.0", "common")))
        .isEmpty();
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    assertThat(problem(jar("common", "1.0.0"), jar("rest", "1.1.0", "core", "common")))
        .contains(
            "rest-1.1.0.jar cannot work without common-1.1.0.jar, but common-1.0.0.jar is there.",
            "rest-1.1.0.jar cannot work without core-1.1.0.jar, which is missing")
        .endsWith(REMEDY);
  }

  private static DeclaredJar jar(String name, String version, String... needs) {
    return new DeclaredJar(name, version, List.of(needs));
  }

  private static String problem(DeclaredJar... jars) {
    return new NeededJars(List.of(jars)).problem().orElse("");
  }
}
