package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.simulators.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Attackers who can write their own directory record, or only use the login page. {@link StartIT}
 * tests that no secret is logged.
 */
public abstract class MaliceScenarios extends PoolScenarios {

  /** Spellings that a screen, a database or a change of case may equate with "kiss". */
  private static final List<String> SPELLINGS =
      List.of(
          "kiss",
          "KISS",
          "\u212Aiss",
          "\uFF4Biss",
          "ki\u017Fs",
          "k\u0131ss",
          "k\u0130ss",
          "kis\u0301s",
          "ki\u0308ss",
          "k\u0456ss",
          "kiss\u200B",
          "ki\u00ADss",
          "kiss\uFEFF",
          "kiss ",
          " kiss",
          "kiss\u00A0");

  /** Texts that may change or end a query in some directory. */
  private static final List<String> INJECTIONS =
      List.of(
          "*",
          "a*",
          "*)(uid=*",
          "ada)(|(uid=*",
          "admin\" OR \"1\"=\"1",
          "\" OR username:*",
          "ada\" OR email:\"grace@example.com",
          "ada\\\" OR \\\"",
          "email ^= \"\"",
          "username ^= \"a\"",
          "\\",
          "\"",
          "ada\\",
          "' OR ''='",
          "%2f..%2f..",
          "../../users",
          "ada/roles",
          "ada?fields=",
          "ada#",
          "ada;jsessionid=1",
          "{\"$ne\":null}",
          "${jndi:ldap://127.0.0.1/a}",
          "ada\nX-Injected: 1",
          "ada\r\n\r\nGET / HTTP/1.1",
          "a\u0000da");

  private static final List<String> CONTROLS = List.of("\u0000", "\r\n", "\u001B[2J", "\u2028");
  private static final String FORGED = "FORGED-BY-A-STRANGER";

  /** The pages of ten thousand roles, and some more requests. */
  private static final int MOST_REQUESTS = 200;

  private SimulatedDirectory simulated;
  private ServerLog log;

  @Override
  protected abstract SimulatedDirectory openDirectory();

  @BeforeEach
  void watch(KeycloakRuntime keycloak) {
    simulated = (SimulatedDirectory) directory;
    log = ServerLog.of(realm, keycloak);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void nobodyBecomesALocalAdminBySpellingTheUsername(Flow flow) {
    linkedPool();
    String admin = localAdmin();
    JsonNode before = asSeen(admin);

    for (int i = 0; i < SPELLINGS.size(); i++) {
      Person mallory =
          Person.named(SPELLINGS.get(i))
              .email("mallory-" + i + "@example.com", true)
              .password("Mallory-1!");
      directory.add(mallory);
      assertNotAdmin(admin, signIn(flow, mallory));
      assertNotAdmin(admin, flow.signIn(realm, mallory.email(), mallory.password()));
      forget(mallory, admin);
    }

    assertThat(asSeen(admin)).isEqualTo(before);
    assertThat(flow.signIn(realm, "kiss", "Local-1!").signedIn()).isTrue();
    assertThat(log.errors()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void nobodyBecomesALocalAdminBySpellingTheAddress(Flow flow) {
    linkedPool();
    String admin = localAdmin();
    JsonNode before = asSeen(admin);

    for (int i = 0; i < SPELLINGS.size(); i++) {
      String address = SPELLINGS.get(i) + "@example.org";
      Person mallory = Person.named("mallory-" + i).email(address, true).password("Mallory-1!");
      directory.add(mallory);
      assertNotAdmin(admin, flow.signIn(realm, address, mallory.password()));
      assertNotAdmin(admin, signIn(flow, mallory));
      forget(mallory, admin);
    }

    assertThat(asSeen(admin)).isEqualTo(before);
    assertThat(flow.signIn(realm, "kiss@example.org", "Local-1!").signedIn()).isTrue();
    assertThat(log.errors()).isEmpty();
  }

  private String localAdmin() {
    String id = realm.users().create("kiss", "Local-1!");
    JsonNode management = realm.rest().read("/clients?clientId=realm-management").get(0);
    String client = management.path("id").asText();
    JsonNode role = realm.rest().read("/clients/" + client + "/roles/realm-admin");
    realm
        .rest()
        .post("/users/" + id + "/role-mappings/clients/" + client, List.of(role))
        .expectDone();
    return id;
  }

  private JsonNode asSeen(String id) {
    JsonNode user = realm.rest().read("/users/" + id);
    JsonNode roles = realm.rest().read("/users/" + id + "/role-mappings");
    JsonNode credentials = realm.rest().read("/users/" + id + "/credentials");
    return Json.tree(List.of(user, roles, credentials));
  }

  private void assertNotAdmin(String admin, Attempt attempt) {
    if (attempt.signedIn()) {
      assertThat(attempt.claims().path("sub").asText()).isNotEqualTo(admin);
      assertThat(attempt.claims().at("/resource_access/realm-management").isMissingNode()).isTrue();
    }
    assertThat(attempt.status()).as(attempt.toString()).isLessThan(500);
  }

  /** Makes room for the next user, whose clash with this one would prove nothing. */
  private void forget(Person mallory, String admin) {
    directory.delete(mallory.username());
    realm.users().all().stream()
        .map(UserRepresentation::getId)
        .filter(id -> !id.equals(admin))
        .forEach(id -> realm.users().delete(id).expectDone());
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void rolesOfTheDirectoryThatSoundLikePowerGiveNone(Flow flow) {
    String defaults = "default-roles-" + realm.name();
    linkedPool();
    Person mallory =
        inDirectory(
            Person.named("mallory")
                .roles(
                    "admin",
                    "realm-admin",
                    "create-realm",
                    "manage-users",
                    "impersonation",
                    "realm-management",
                    "realm-management/realm-admin",
                    "realm-management.manage-users",
                    "account/manage-account",
                    "offline_access",
                    "uma_authorization",
                    defaults,
                    "ADMIN",
                    "\uFF41dmin"));

    JsonNode token = signedIn(flow, mallory).claims();

    String id = imported(mallory).getId();
    assertThat(realm.users().clientRoles(id)).isEmpty();
    assertThat(token.at("/resource_access/realm-management").isMissingNode()).isTrue();
    assertThat(realm.users().realmRoles(id))
        .containsOnlyOnce(defaults)
        .isSubsetOf(defaults, "offline_access", "uma_authorization");

    directory.replace(Person.named("mallory"));
    signedIn(flow, mallory);
    assertThat(realm.users().realmRoles(id)).containsExactly(defaults);
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void anAttributeOfTheDirectoryIsNeverTakenForOneOfOurs(Flow flow) {
    for (String target : List.of("userPool", "USERPOOLUSERID", "userpoolstatus", "UserPoolLinks")) {
      Change.Refused refused =
          tryPool("refused", Map.of("attributeMappings", pairs("a", target))).expectRefused();
      assertThat(refused.errorMessage()).startsWith("Attribute mappings").contains(target);
    }
    String pool = linkedPool();
    String other = realm.users().create("other", "Local-1!");
    Person mallory = Person.named("mallory");
    for (String name : List.of("userPool", "userPoolUserId", "userPoolStatus", "LDAP_ID", "id")) {
      mallory = mallory.attribute(name, other);
    }
    directory.add(mallory);

    signedIn(flow, mallory);

    UserRepresentation user = imported(mallory);
    assertThat(user.getId()).isNotEqualTo(other);
    assertThat(attribute(user, POOL)).containsExactly(pool);
    assertThat(attribute(user, STATUS)).containsExactly("linked");
    assertThat(attribute(user, "LDAP_ID")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void controlCharactersInARecordAreNeitherStoredNorLogged(Flow flow) {
    realm.organizations().enable().expectDone();
    pool(
        Map.of(
            "attributeMappings",
            pairs(directory.attribute(), "department"),
            "tenantResolver",
            "dynamic",
            "tenantIdFieldName",
            "tenantId",
            "unknownTenant",
            "create"));
    for (int i = 0; i < CONTROLS.size(); i++) {
      String evil = CONTROLS.get(i) + FORGED;
      Person mallory =
          inDirectory(
              Person.named("mallory-" + i)
                  .name("a" + evil, "b" + evil)
                  .attribute(directory.attribute(), "c" + evil)
                  .roles("d" + evil));
      signedIn(flow, mallory);
      UserRepresentation user = imported(mallory);
      assertThat(user.getFirstName()).doesNotContain(CONTROLS.get(i)).endsWith(FORGED);
      assertThat(user.getLastName()).doesNotContain(CONTROLS.get(i)).endsWith(FORGED);
      assertThat(attribute(user, "department").toString())
          .doesNotContain("\u0000", "\u001B", "\u2028");

      Person tenant = inDirectory(Person.named("tenant-" + i).tenant("e" + evil));
      assertThat(signIn(flow, tenant).message()).contains("organization is not known");
      Person address = inDirectory(Person.named("address-" + i).email("f" + evil + "@x.org", true));
      assertThat(signIn(flow, address).message()).contains("Invalid user");
      Person name = inDirectory(Person.named("g" + evil).email("g" + i + "@example.com", true));
      assertThat(flow.signIn(realm, name.email(), name.password()).message())
          .contains("Invalid user");
    }
    assertNothingForged();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aRecordOfAMegabyteHarmsNobody(Flow flow) {
    pool(Map.of("attributeMappings", pairs(directory.attribute(), "department")));
    String huge = "x".repeat(1_000_000);
    Person name = inDirectory(Person.named("name").name(huge, "Last"));
    Person attribute =
        inDirectory(Person.named("attribute").attribute(directory.attribute(), huge));
    Person ada = inDirectory(Person.named("ada"));

    for (Person mallory : List.of(name, attribute)) {
      signedIn(flow, mallory);
    }

    assertThat(imported(name).getFirstName()).isNull();
    assertThat(attribute(imported(attribute), "department")).isEmpty();
    signedIn(flow, ada);
    assertThat(log.errors()).isEmpty();
  }

  /** A directory gives up, or the pool takes over a limited number. */
  @ParameterizedTest
  @EnumSource(Flow.class)
  void tenThousandRolesAreMetWithBoundedWork(Flow flow) {
    linkedPool();
    String[] roles =
        IntStream.range(0, 10_000).mapToObj(number -> "role-" + number).toArray(String[]::new);
    Person mallory = inDirectory(Person.named("mallory").roles(roles));

    Attempt attempt = signIn(flow, mallory);

    assertThat(simulated.requestsAbout("mallory").size()).isBetween(1, MOST_REQUESTS);
    assertThat(attempt)
        .matches(
            ended -> ended.signedIn() || ended.message().contains("try again in a few minutes"));
    assertThat(realm.users().count()).isEqualTo(1);
    signedIn(flow, inDirectory(Person.named("ada")));
    assertThat(log.errors()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void whatIsTypedIsANameAndNeverAQuestion(Flow flow) {
    linkedPool();
    inDirectory(Person.named("ada"));
    inDirectory(Person.named("grace"));
    directory.forgetRequests();
    SoftAssertions all = new SoftAssertions();

    for (String typed : INJECTIONS) {
      for (String name : List.of(typed, typed + "@example.com")) {
        Attempt attempt = flow.signIn(realm, name, "Old-ada-1!");
        all.assertThat(attempt.signedIn()).as(name).isFalse();
        all.assertThat(attempt.message()).as(name).contains("Invalid user");
      }
    }

    all.assertAll();
    assertThat(realm.users().count()).isZero();
    assertThat(directory.passwordChecks()).isZero();
    assertThat(log.errors()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Flow.class)
  void aHundredKilobytesTypedAreRefusedAndReachNobody(Flow flow) {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));
    signedIn(flow, ada);
    String huge = "x".repeat(100_000);
    directory.forgetRequests();

    List<Attempt> attempts = new ArrayList<>();
    attempts.add(flow.signIn(realm, huge, "Any-1!"));
    attempts.add(flow.signIn(realm, huge + "@example.com", "Any-1!"));
    attempts.add(flow.signIn(realm, "ada", huge));

    assertThat(attempts).noneMatch(Attempt::signedIn).allMatch(attempt -> attempt.status() < 500);
    assertThat(simulated.requestsAbout("xxx")).isEmpty();
    assertThat(simulated.requestsAbout("ada")).isEmpty();
    signedIn(flow, ada);
    assertThat(log.errors()).isEmpty();
  }

  @Test
  void noLineOfTheLogIsWrittenByAStranger() {
    String pool = linkedPool();
    Person known = inDirectory(Person.named("known"));
    String line = "\n" + FORGED + "\r\n" + FORGED + "\r" + FORGED;
    for (Flow flow : Flow.values()) {
      Stream.of(line, "x" + line, line + "@example.com")
          .forEach(typed -> flow.signIn(realm, typed, line));
      signedIn(flow, known);
    }
    simulated.onEverything(Fault.http(400, "application/json", Json.write(everyError(line))));
    for (Flow flow : Flow.values()) {
      assertThat(signIn(flow, known).message()).contains("try again in a few minutes");
      assertThat(flow.signIn(realm, "never-seen", line).message())
          .contains("try again in a few minutes");
    }
    assertThat(log.text()).contains("(" + pool + ") cannot be asked");
    assertNothingForged();
  }

  /** An error with the text in every place that directories use. */
  private static Map<String, String> everyError(String text) {
    return Map.of(
        "error", text,
        "error_description", text,
        "errorCode", text,
        "message", text,
        "__type", text,
        "code", text);
  }

  private void assertNothingForged() {
    assertThat(log.text().split("[\\r\\n]+|\\R", -1)).noneMatch(line -> line.startsWith(FORGED));
    assertThat(log.text()).doesNotContain("\u0000").doesNotContain("\u001B[2J" + FORGED);
    assertThat(log.errors()).isEmpty();
  }
}
