package io.keycloakpools.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.harness.server.LazyLoaderRace;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.RunningKeycloak;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import io.keycloakpools.it.rest.SimulatedRest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The commands of the documentation on a real server: a page's blocks {@code sh run}, in order, in
 * a new realm.
 */
@ExtendWith(RunningKeycloak.class)
class DocumentedCommandsIT {

  /** The page with the token that other pages need. */
  private static final String FIRST = "docs/console/admin-api.md";

  @TempDir private Path folder;

  static List<Page> pages() {
    List<Page> pages = Page.all().stream().filter(page -> !commands(page).isEmpty()).toList();
    assertThat(pages).extracting(Page::name).contains(FIRST).hasSizeGreaterThan(4);
    return pages;
  }

  /** Commands that failed by {@link LazyLoaderRace} are run once more, in another realm. */
  @ParameterizedTest
  @MethodSource("pages")
  void theCommandsOfThePageWork(Page page, AdminApi admin, KeycloakRuntime keycloak)
      throws IOException {
    CommandLine shell = CommandLine.of(Path.of(System.getProperty("keycloak.dist.zip")), folder);
    String written;
    try {
      written = run(page, shell, admin, keycloak);
    } catch (IOException failed) {
      if (!LazyLoaderRace.justHappened(keycloak.log())) {
        throw failed;
      }
      written = run(page, shell, admin, keycloak);
    }

    assertThat(written).doesNotContain("errorMessage");
  }

  private static String run(Page page, CommandLine shell, AdminApi admin, KeycloakRuntime keycloak)
      throws IOException {
    try (TestRealm realm = admin.createRealm();
        SimulatedDirectory directory = directoryOf(page)) {
      // With a token of five minutes, the test would depend on the machine's speed.
      realm.change(Map.of("accessTokenLifespan", 3600)).expectDone();
      directory.add(Person.named("ada"));
      directory.add(Person.named("alan"));
      String token = commands(Page.read(Page.ROOT.resolve(FIRST)));
      String commands = page.name().equals(FIRST) ? token : token + commands(page);
      return shell.run("commands", commands, environment(realm, keycloak, directory));
    }
  }

  private static Map<String, String> environment(
      TestRealm realm, KeycloakRuntime keycloak, SimulatedDirectory directory) {
    Map<String, String> environment = new HashMap<>();
    String prefix = directory instanceof SimulatedRest ? "ENDPOINT_" : "AUTH0_";
    directory
        .settings()
        .forEach((key, value) -> environment.put(prefix + variable(key), String.valueOf(value)));
    environment.put("KEYCLOAK", keycloak.baseUrl().toString());
    environment.put("REALM", realm.name());
    environment.put("ADMIN", keycloak.admin().username());
    environment.put("ADMIN_PASSWORD", keycloak.admin().password());
    return environment;
  }

  /** {@code clientSecret} becomes {@code CLIENT_SECRET}. */
  private static String variable(String setting) {
    return setting.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  private static SimulatedDirectory directoryOf(Page page) {
    return page.name().endsWith("rest.md") ? new SimulatedRest() : new SimulatedAuth0();
  }

  private static String commands(Page page) {
    return page.codeBlocks("sh run").collect(Collectors.joining("\n"));
  }
}
