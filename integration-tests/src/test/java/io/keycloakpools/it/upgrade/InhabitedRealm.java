package io.keycloakpools.it.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.it.Flow;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.Person;
import io.keycloakpools.it.SimulatedDirectory;
import io.keycloakpools.it.auth0.SimulatedAuth0;
import io.keycloakpools.it.cognito.SimulatedCognito;
import io.keycloakpools.it.identity.ShopRealm;
import io.keycloakpools.it.identity.SignUpRealm;
import io.keycloakpools.it.rest.SimulatedRest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A realm in use, with a user of each kind: Auth0 is linked, people of Cognito move, people of a
 * REST endpoint move into an identity pool; others registered there, came with another system's
 * password hash, or are local.
 */
final class InhabitedRealm implements AutoCloseable {

  static final String PASSWORD = SignUpRealm.PASSWORD;

  private static final String MEMBERS = "members";

  /** A role that earlier versions did not require. */
  static final String GUEST = "guest";

  private static final String CHOSEN = "Chosen-in-Keycloak-1!";

  /** Users with complete data, which another sign-in does not change. */
  static final List<String> SETTLED = List.of("linked", "moved", "joined", "registered", "local");

  /** Users who need no directory, with their passwords. */
  static final Map<String, String> PEOPLE_OF_KEYCLOAK =
      Map.of(
          "moved", PASSWORD,
          "joined", PASSWORD,
          "chosen", CHOSEN,
          "registered", PASSWORD,
          "local", PASSWORD,
          "bcrypt", "hello",
          "digest", "password",
          "scrypt", "lètmein");

  static final List<String> PEOPLE_OF_DIRECTORIES = List.of("linked", "pending", "late");

  /** Published vectors, as in PasswordHashIT. */
  private static final Map<String, String> HASHES =
      Map.of(
          "bcrypt", "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K",
          "digest",
              "{SSHA512}+7A8kA32q4mCBao4Cbatdyzl5imVwJ62ZAE7UOTP4pfrF90E9R2LabOfJFzx6guaYhTmUEVK2wRKC8bToqspdeTluX2d1BX2",
          "scrypt",
              "scrypt$16384$seasalt$8$1$Qj3+9PPyRjSJIebHnG81TMjsqtaIGxNQG/aEB/NYafTJ7tibgfYz71m0ldQESkXFRkdVCBhhY8mx7rQwite/Pw==");

  private final SimulatedDirectory auth0 = new SimulatedAuth0();
  private final SimulatedDirectory cognito = new SimulatedCognito();
  private final SimulatedDirectory rest = new SimulatedRest();

  TestRealm create(AdminApi admin) {
    SignUpRealm signUp = SignUpRealm.create(admin);
    TestRealm realm = signUp.realm();
    prepare(realm, signUp.pool());
    attachDirectories(realm);
    populate(realm);
    return realm;
  }

  private static void prepare(TestRealm realm, String identityPool) {
    realm.createClient(ShopRealm.client(MEMBERS)).expectDone();
    realm
        .change(
            Map.of(
                "bruteForceProtected",
                false,
                "passwordPolicy",
                "hashAlgorithm(bcrypt) and hashIterations(10) and passwordStrength(weak)"))
        .expectDone();
    realm
        .components()
        .change(
            identityPool,
            Map.of(
                "clients", MEMBERS,
                "passwordHashing", "pbkdf2-sha512",
                "passwordStrength", "fair",
                "passwordMinLength", "8",
                "passwordNotUsedSince", "3"))
        .expectDone();
    realm.createRole("employee").expectDone();
    realm.createRole(GUEST).expectDone();
    realm.createGroup("from-auth0").expectDone();
    realm.organizations().enable().expectDone();
    realm.organizations().create("acme").expectDone();
  }

  private void attachDirectories(TestRealm realm) {
    attach(
        realm,
        auth0,
        Map.of(
            "attributeMappings", pair(auth0.attribute(), "department"),
            "roleMappings", pair("staff", "employee"),
            "group", "/from-auth0",
            "tenantResolver", "dynamic",
            "tenantIdFieldName", "tenantId"));
    attach(
        realm,
        cognito,
        Map.of(
            "attributeMappings", pair(cognito.attribute(), "department"),
            "justInTimeMigration", "true",
            "tenantResolver", "static",
            "tenantId", "acme"));
    attach(
        realm,
        rest,
        Map.of(
            "attributeMappings",
            pair("contact", "contact"),
            "justInTimeMigration",
            "true",
            "identityPool",
            SignUpRealm.POOL));
  }

  private static void attach(
      TestRealm realm, SimulatedDirectory directory, Map<String, String> behaviour) {
    Map<String, Object> settings = new HashMap<>(directory.settings());
    settings.put("requestTimeout", "10000");
    settings.putAll(behaviour);
    realm.components().add(directory.providerId(), directory.providerId(), settings).expectDone();
  }

  private static String pair(String key, String value) {
    return Json.write(List.of(Map.of("key", key, "value", value)));
  }

  private void populate(TestRealm realm) {
    auth0.add(
        person("linked").attribute(auth0.attribute(), "Research").roles("staff").tenant("acme"));
    auth0.add(person("pending"));
    cognito.add(person("moved").attribute(cognito.attribute(), "Engines"));
    cognito.add(person("chosen"));
    cognito.add(person("late"));
    rest.add(person("joined").attribute("contact", "mail"));

    LoginOutcome registered =
        new Browser(members(realm)).register().submit(SignUpRealm.complete("registered")).outcome();
    assertThat(registered).isInstanceOf(LoginOutcome.SignedIn.class);
    realm
        .users()
        .changeAttributes(idOf(realm, "registered"), Map.of("tier", List.of("gold")))
        .expectDone();
    String local = realm.users().create("local", PASSWORD);
    assertThat(local).isNotEmpty();
    HASHES.forEach(
        (name, hash) ->
            realm.passwordHashes().put(realm.users().create(name, PASSWORD), hash).expectDone());
    realm.users().setPassword(idOf(realm, "chosen"), CHOSEN, false).expectDone();
    assertThat(idOf(realm, "pending")).isNotEmpty();
    SETTLED.forEach(name -> assertSignsIn(realm, name, PASSWORD));
  }

  private static Person person(String name) {
    return Person.named(name).password(PASSWORD);
  }

  private static String idOf(TestRealm realm, String name) {
    return realm.users().byUsername(name).orElseThrow().getId();
  }

  static RealmClient members(TestRealm realm) {
    return realm.client(MEMBERS, Optional.empty());
  }

  static void assertSignsIn(TestRealm realm, String name, String password) {
    for (Flow flow : Flow.values()) {
      Attempt attempt = flow.signIn(realm, name, password);
      assertThat(attempt.signedIn()).as(name + " by " + flow + ": " + attempt).isTrue();
    }
  }

  void stopDirectories() {
    directories().forEach(SimulatedDirectory::stop);
  }

  void startDirectories() {
    directories().forEach(SimulatedDirectory::start);
  }

  private Stream<SimulatedDirectory> directories() {
    return Stream.of(auth0, cognito, rest);
  }

  @Override
  public void close() {
    directories().forEach(SimulatedDirectory::close);
  }
}
