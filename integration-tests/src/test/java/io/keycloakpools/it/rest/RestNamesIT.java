package io.keycloakpools.it.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.PoolScenarios;
import io.keycloakpools.it.ServerLog;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.simulators.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Names that only one side takes for equal. */
class RestNamesIT extends PoolScenarios {

  /** Lower case has another length, another end, or depends on the locale. */
  private static final List<String> CAPITALS =
      List.of("\u0130LKER", "I\u015EIK", "\u039F\u0394\u03A5\u03A3\u03A3\u0395\u03A5\u03A3", "ADA");

  private SimulatedRest rest;
  private ServerLog log;

  @Override
  protected SimulatedDirectory openDirectory() {
    rest = new SimulatedRest();
    return rest;
  }

  @BeforeEach
  void watch(KeycloakRuntime keycloak) {
    log = ServerLog.from(keycloak);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void capitalsAreFoldedInOneWayOnBothSides(Flow flow) {
    linkedPool();
    for (int i = 0; i < CAPITALS.size(); i++) {
      String name = CAPITALS.get(i);
      Person person = inDirectory(Person.named(name).email("person-" + i + "@example.com", true));

      signedIn(flow, person);

      String here = name.toLowerCase(Locale.ROOT);
      assertThat(imported(person).getUsername()).isEqualTo(here);
      assertThat(flow.signIn(realm, here, person.password()).signedIn()).as(name).isTrue();
      signedIn(flow, person);
    }
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void spacesAtTheEndsOfANameAreNoPartOfIt(Flow flow) {
    linkedPool();
    Person spaced = inDirectory(Person.named("ada ").email("ada@example.com", true));
    rest.onLookups(answer("ada ", directory.externalId("ada ")));

    assertThat(flow.signIn(realm, "ada", spaced.password()).signedIn()).isTrue();

    assertThat(imported(spaced).getUsername()).isEqualTo("ada");
    assertThat(flow.signIn(realm, "ada", spaced.password()).signedIn()).isTrue();
  }

  /** Many databases ignore accents; Keycloak does not. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void somebodyWithANameThatADatabaseTakesForEqualIsNobody(Flow flow) {
    linkedPool();
    rest.onLookups(answer("ad\u00E1", "id-of-another"));

    assertThat(flow.signIn(realm, "ada", "Any-1!").message())
        .contains("Invalid user")
        .doesNotContain("try again");

    assertThat(realm.events().last("LOGIN_ERROR").error()).isEqualTo("user_not_found");
    assertThat(log.text()).contains("answered with another user than was asked about");
    assertThat(realm.users().count()).isZero();
  }

  /** Keycloak's profile asks for refused data on a page; the admin sees its names. */
  @Test
  void whatTheProfileRefusesOfSomebodyWhoMovedIsNamed() {
    migratingPool();
    Person bob = inDirectory(Person.named("bob").name("Bob & Sally", "Doe"));

    assertThat(signIn(Flow.DIRECT_GRANT, bob).message()).contains("not fully set up");

    assertThat(realm.events().last("LOGIN_ERROR").detail("user_pool_profile"))
        .isEqualTo("firstName: error-person-name-invalid-character");
    assertThat(log.text()).contains("firstName: error-person-name-invalid-character");
    assertThat(signIn(Flow.BROWSER, bob).requiredAction()).isEqualTo("VERIFY_PROFILE");
  }

  @Test
  void whatTheProfileWillRefuseIsKnownBeforeAnybodySignsIn() {
    String pool = migratingPool();
    inDirectory(Person.named("bob").name("Bob & Sally", "Doe"));
    inDirectory(Person.named("dots").email("a..b@example.com", true));
    inDirectory(Person.named("ada").email("ada@example.com", true));

    JsonNode checked = checked(pool);

    assertThat(checked.path("checked").asInt()).isEqualTo(3);
    assertThat(checked.path("more").asBoolean()).isFalse();
    assertThat(checked.path("problems").valueStream().map(RestNamesIT::problem))
        .containsExactlyInAnyOrder(
            "bob  firstName: error-person-name-invalid-character",
            "dots  email: error-invalid-email");
    assertThat(realm.users().count()).isZero();
  }

  @Test
  void anAccountInTheWayIsKnownBeforeAnybodySignsIn() {
    String pool = migratingPool();
    realm.users().create("ada", "Local-1!");
    inDirectory(Person.named("ada").email("ada@example.com", true));
    Person moved = inDirectory(Person.named("alan").email("alan@example.com", true));
    signedIn(Flow.BROWSER, moved);

    assertThat(checked(pool).path("problems").valueStream().map(RestNamesIT::problem))
        .containsExactly("ada username ");
  }

  /** Users are not asked for data that they cannot change. */
  @Test
  void whoStaysInTheDirectoryIsAskedForNothing() {
    String pool = linkedPool();
    inDirectory(Person.named("bob").name("Bob & Sally", "Doe"));

    assertThat(checked(pool).path("problems")).isEmpty();
  }

  @Test
  void aDirectoryThatListsNobodySaysSo() {
    String pool = migratingPool();
    directory.stop();

    JsonAnswer answer = realm.userPools().checkUsers(pool);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().path("errorMessage").asText())
        .contains("does not list its users", "test-connection");
  }

  private JsonNode checked(String pool) {
    JsonAnswer answer = realm.userPools().checkUsers(pool);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  private static String problem(JsonNode one) {
    return String.join(
        " ",
        one.path("username").asText(),
        one.path("clash").asText(),
        one.path("profile").asText());
  }

  private static Fault answer(String username, String id) {
    Map<String, Object> user =
        Map.of(
            "id", id,
            "username", username,
            "email", "ada@example.com",
            "emailVerified", true,
            "firstName", "Ada",
            "lastName", "Lovelace",
            "status", "usable");
    return Fault.http(200, "application/json", Json.write(Map.of("users", List.of(user))));
  }
}
