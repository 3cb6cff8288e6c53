package io.keycloakpools.userstorage.rest;

import static io.keycloakpools.userstorage.rest.TestEndpoint.ADA;
import static io.keycloakpools.userstorage.rest.TestEndpoint.CLIENT_IP;
import static io.keycloakpools.userstorage.rest.TestEndpoint.PASSWORD;
import static io.keycloakpools.userstorage.rest.TestEndpoint.attempt;
import static io.keycloakpools.userstorage.rest.TestEndpoint.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.rest.RecordedRestRequest;
import io.keycloakpools.simulators.rest.RestOperation;
import io.keycloakpools.simulators.rest.RestUser;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the keycloak-user-migration plugin (docs/move/rest.md). */
final class MigrationDirectoryTest {

  private static final String PAGE = "<html>Please sign in to the network</html>";

  private TestEndpoint endpoint;
  private Directory directory;

  @BeforeEach
  void start() {
    endpoint = TestEndpoint.start(Contract.USER_MIGRATION);
    directory = endpoint.directory();
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void aUserIsFoundByUsernameAndAddressInAnyCase() {
    assertThat(found(directory.findByUsername("ADA")).externalId()).isEqualTo(ADA);
    assertThat(found(directory.findByUsername("ADA@example.com")).externalId()).isEqualTo(ADA);
    assertThat(found(directory.findByEmail("ada@Example.com")).externalId()).isEqualTo(ADA);
    assertThat(directory.findByUsername("nobody")).isEqualTo(new Lookup.NotFound());
  }

  @Test
  void anIdentifierIsComparedWithWhoHasTheNameNow() {
    assertThat(found(directory.findByExternalId(ADA, "ada")).username()).isEqualTo("ada");
    assertThat(directory.findByExternalId("41", "ada")).isEqualTo(new Lookup.NotFound());
    assertThat(directory.findByExternalId(ADA, "nobody")).isEqualTo(new Lookup.NotFound());
  }

  @Test
  void anAddressThatIsSomebodysUsernameIsNotTheirAddress() {
    endpoint
        .simulator()
        .users()
        .add(RestUser.builder("43", "x@example.com").email("grace@example.com", true).build());

    assertThat(directory.findByEmail("x@example.com")).isEqualTo(new Lookup.NotFound());
    assertThat(found(directory.findByUsername("x@example.com")).externalId()).isEqualTo("43");
  }

  @Test
  void anAnswerAboutSomebodyElseIsNobody() {
    String grace = "{'id':'43','username':'grace','enabled':true}";
    for (int i = 0; i < 3; i++) {
      endpoint.answer(RestOperation.LOOKUP, 200, grace);
    }

    assertThat(directory.findByUsername("ada")).isEqualTo(new Lookup.NotFound());
    assertThat(directory.findByEmail("ada@example.com")).isEqualTo(new Lookup.NotFound());
    assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
  }

  @ParameterizedTest
  @CsvSource({"404, true", "400, false", "401, false", "410, false", "204, false", "500, false"})
  void onlyNotFoundMeansThatThereIsNobody(int status, boolean nobody) {
    endpoint.answer(RestOperation.LOOKUP, status, "{}");

    assertThat(directory.findByUsername("ada"))
        .isInstanceOf(nobody ? Lookup.NotFound.class : Lookup.Unavailable.class);
  }

  @Test
  void aPageSaysNothingOfAUser() {
    endpoint.simulator().faults().onAll(Fault.http(404, "Text/HTML; charset=utf-8", PAGE));

    assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(endpoint.check("wrong")).isInstanceOf(PasswordCheck.Unavailable.class);
  }

  /** Bodies of frameworks; the first is PHP's behind nginx. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html; charset=UTF-8 | ''",
        "text/html; charset=utf-8 | Not Found",
        "text/html                | {\"message\":\"no such user\"}",
        "text/plain               | {\"message\":\"<b>no such user</b>\"}",
        "text/plain               | 404 page not found",
        "application/json         | ''",
        "application/json         | Not Found"
      })
  void aStatusCountsWhateverItsHeaderSaysOfTheBody(String type, String body) {
    answerAll(Fault.chunked(404, type, body));
    assertThat(directory.findByUsername("ada")).isEqualTo(new Lookup.NotFound());
    assertThat(directory.findByEmail("ada@example.com")).isEqualTo(new Lookup.NotFound());
    assertThat(endpoint.check("wrong")).isEqualTo(new PasswordCheck.Rejected());
    assertThat(directory.test()).isEqualTo(new ConnectionTest.Works());

    for (int status : new int[] {400, 401, 403, 422}) {
      answerPasswords(Fault.chunked(status, type, body));
      assertThat(endpoint.check("wrong")).isEqualTo(new PasswordCheck.Rejected());
    }
    answerPasswords(Fault.chunked(200, type, body));
    assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Accepted.class);
    for (int status : new int[] {302, 429, 500, 503}) {
      answerAll(Fault.chunked(status, type, body));
      assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
      assertThat(endpoint.check("wrong")).isNotInstanceOf(PasswordCheck.Rejected.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html        | <!doctype html><title>404 Not Found</title>",
        "text/html        | Oops, <a href=\"/\">nothing</a> here",
        "text/plain       | <html>Nothing here</html>",
        "application/json | {\"message\":\"cut o",
      })
  void aPageIsNoAnswerWhateverItsHeaderSays(String type, String body) {
    for (int status : new int[] {200, 400, 401, 403, 404, 422}) {
      answerAll(Fault.chunked(status, type, body));

      assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
      assertThat(endpoint.check("wrong")).isInstanceOf(PasswordCheck.Unavailable.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain", "application/octet-stream"})
  void aUserIsReadWhateverTheHeaderSays(String type) {
    String ada = "{\"id\":\"42\",\"username\":\"ada\",\"enabled\":true}";
    endpoint.simulator().faults().on(RestOperation.LOOKUP, Fault.chunked(200, type, ada));

    assertThat(found(directory.findByUsername("ada")).externalId()).isEqualTo(ADA);
  }

  private void answerAll(Fault fault) {
    endpoint.simulator().faults().clear();
    endpoint.simulator().faults().onAll(fault);
  }

  private void answerPasswords(Fault fault) {
    endpoint.simulator().faults().clear();
    endpoint.simulator().faults().on(RestOperation.PASSWORD, fault);
  }

  /** As Jackson reads them for the plugin. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true      | true",
        "'true'    | true",
        "'True'    | true",
        "'TRUE'    | true",
        "' true '  | true",
        "1         | true",
        "2         | true",
        "-1        | true",
        "false     | false",
        "'false'   | false",
        "'False'   | false",
        "0         | false",
        "''        | false",
        "null      | false"
      },
      quoteCharacter = '~')
  void aBooleanIsReadAsThePluginReadsIt(String value, boolean expected) {
    endpoint.answer(
        RestOperation.LOOKUP,
        200,
        "{'username':'ada','email':'ada@example.com','enabled':%1$s,'emailVerified':%1$s}"
            .formatted(value));
    DirectoryUser ada = found(directory.findByUsername("ada"));

    assertThat(ada.status())
        .isEqualTo(
            expected
                ? new AccountStatus.Usable()
                : new AccountStatus.Unusable(UnusableReason.DISABLED));
    assertThat(ada.emailVerified()).isEqualTo(expected);
  }

  /** The user is then neither disabled, nor without roles, nor without a second factor. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'enabled':'yes'                       | enabled",
        "'enabled':'1'                         | enabled",
        "'enabled':1.5                         | enabled",
        "'enabled':[true]                      | enabled",
        "'enabled':{}                          | enabled",
        "'enabled':true,'emailVerified':'y'    | emailVerified",
        "'enabled':true,'id':{'value':7}       | id",
        "'enabled':true,'email':['a@b.c']      | email",
        "'enabled':true,'roles':{'0':'staff'}  | roles",
        "'enabled':true,'roles':[{'name':'a'}] | roles",
        "'enabled':true,'groups':[['a']]       | groups",
        "'enabled':true,'requiredActions':{}   | requiredActions",
        "'enabled':true,'organizations':'acme' | organizations",
        "'enabled':true,'totps':[7]            | totps"
      },
      quoteCharacter = '~')
  void whatIsOfAnotherKindIsAnAnswerOutOfOrder(String members, String named) {
    String user = "{'username':'ada'," + members + "}";
    endpoint.answer(RestOperation.LOOKUP, 200, user);
    assertThat(directory.findByUsername("ada"))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            unavailable -> {
              assertThat(unavailable.outage().kind()).isEqualTo(Outage.Kind.REFUSED);
              assertThat(unavailable.outage().reason())
                  .startsWith("an answer out of order: " + named + " is ");
            });

    endpoint.answer(RestOperation.LOOKUP, 200, user);
    assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
  }

  @Test
  void whatIsMissingNullOrUnknownIsNoFault() {
    endpoint.answer(
        RestOperation.LOOKUP,
        200,
        "{'username':'ada','enabled':1,'id':null,'email':null,'firstName':null,'attributes':null,"
            + "'roles':null,'groups':null,'requiredActions':null,'totps':null,'organizations':null,"
            + "'federatedIdentities':[],'of_tomorrow':{'a':[1]}}");
    DirectoryUser ada = found(directory.findByUsername("ada"));

    assertThat(ada.status()).isEqualTo(new AccountStatus.Usable());
    assertThat(ada.roles()).contains(Set.of());
    assertThat(ada.tenants()).isEmpty();
  }

  /**
   * PHP writes an empty map as an empty list, and some endpoints write a list of one as its value.
   */
  @Test
  void numbersAreTextsAndOneAloneIsAListOfOne() {
    endpoint.answer(
        RestOperation.LOOKUP,
        200,
        "{'username':4711,'enabled':true,'firstName':7,'roles':'staff','groups':[1,null,''],"
            + "'attributes':{'site':'Porto','floor':3,'desks':[1,2],'none':null}}");
    DirectoryUser found = found(directory.findByUsername("4711"));

    assertThat(found.username()).isEqualTo("4711");
    assertThat(found.roles()).contains(Set.of("staff"));
    assertThat(found.groups()).contains(Set.of("1"));
    assertThat(found.attributes())
        .containsEntry("site", List.of("Porto"))
        .containsEntry("floor", List.of("3"))
        .containsEntry("desks", List.of("1", "2"));
    endpoint.answer(RestOperation.LOOKUP, 200, "{'username':'ada','enabled':true,'attributes':[]}");
    assertThat(found(directory.findByUsername("ada")).attributes()).isEmpty();
  }

  @Test
  void whoIsNotSaidToBeEnabledIsNot() {
    endpoint.answer(RestOperation.LOOKUP, 200, "{'username':'ada','email':'ada@example.com'}");
    DirectoryUser ada = found(directory.findByUsername("ada"));

    assertThat(ada.status()).isEqualTo(new AccountStatus.Unusable(UnusableReason.DISABLED));
    assertThat(ada.emailVerified()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'id':null,", "'id':'',", "'id':'Ada',", "'id':'ada',"})
  void withoutAnIdentifierTheNameInAnyCaseStandsForIt(String id) {
    endpoint.answer(RestOperation.LOOKUP, 200, "{" + id + "'username':'Ada','enabled':true}");
    DirectoryUser ada = found(directory.findByUsername("ada"));

    assertThat(ada.externalId()).isEqualTo("username:ada");
    assertThat(ada.username()).isEqualTo("Ada");
  }

  @Test
  void anIdentifierMayBeANumber() {
    endpoint.answer(RestOperation.LOOKUP, 200, "{'id':7,'username':'ada','enabled':true}");

    assertThat(found(directory.findByUsername("ada")).externalId()).isEqualTo("7");
  }

  @Test
  void organizationsAreTenantsUnlessTheAdminNamesAnAttribute() {
    endpoint
        .simulator()
        .users()
        .update(
            "ada",
            user ->
                user.add("organizations", Map.of("orgName", "Acme Ltd", "orgAlias", "acme"))
                    .attribute("customer", "globex"));

    assertThat(found(directory.findByUsername("ada")).tenants())
        .containsExactly(new Tenant("acme", Optional.of("Acme Ltd")));
    assertThat(
            found(endpoint.directory(Map.of("tenantIdFieldName", "customer")).findByUsername("ada"))
                .tenants())
        .extracting(Tenant::id)
        .containsExactly("globex");
  }

  @Test
  void aRightPasswordBringsTheUserFromBesideIt() {
    assertThat(endpoint.check(PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.Accepted.class,
            accepted -> assertThat(accepted.user().externalId()).isEqualTo(ADA));
    assertThat(endpoint.simulator().requests().all())
        .extracting(request -> request.method() + " " + request.path())
        .containsExactlyInAnyOrder("POST /user-migration/ada", "GET /user-migration/ada");
  }

  @ParameterizedTest
  @CsvSource({
    "200, Accepted",
    "201, Unavailable",
    "204, Unavailable",
    "302, Unavailable",
    "400, Rejected",
    "401, Rejected",
    "403, Rejected",
    "404, Rejected",
    "405, Unavailable",
    "409, Unavailable",
    "422, Rejected",
    "423, AccountUnusable",
    "429, Throttled",
    "500, Unavailable",
    "503, Unavailable"
  })
  void eachStatusHasOneOutcome(int status, String outcome) {
    endpoint.answer(RestOperation.PASSWORD, status, "{}");

    assertThat(endpoint.check(PASSWORD).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void whenThePoolItselfIsRefusedNoPasswordIsWrong(int status) {
    endpoint.simulator().faults().onAll(Fault.answer(new Answer(status, Map.of(), "")));

    assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
  }

  @Test
  void aRightPasswordWithoutTheUserOpensNothing() {
    endpoint.simulator().faults().on(RestOperation.LOOKUP, Fault.http(500, "text/plain", "sorry"));

    assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
    assertThat(endpoint.check("wrong")).isInstanceOf(PasswordCheck.Unavailable.class);
    endpoint.answer(RestOperation.PASSWORD, 422, "{}");
    assertThat(endpoint.check("wrong")).isEqualTo(new PasswordCheck.Rejected());
  }

  @Test
  void anAnswerOfAPortalIsNoRightPassword() {
    endpoint.simulator().faults().on(RestOperation.PASSWORD, Fault.http(200, "text/html", PAGE));

    assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
  }

  @Test
  void jsonThatIsCutOffIsNoRightPassword() {
    endpoint.answer(RestOperation.PASSWORD, 200, "{'accepted':tr");

    assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
  }

  @Test
  void theGateBehindThePasswordIsWhatTheUserSays() {
    endpoint.simulator().users().update("ada", user -> user.status("disabled"));

    assertThat(endpoint.check(PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.Accepted.class,
            accepted ->
                assertThat(accepted.user().status())
                    .isEqualTo(new AccountStatus.Unusable(UnusableReason.DISABLED)));
  }

  @Test
  void aNameThatSomebodyElseHasNowIsToldWithTheirIdentifier() {
    endpoint
        .simulator()
        .users()
        .replace("ada", RestUser.builder("43", "ada").password("x").build());

    assertThat(endpoint.check("x"))
        .isInstanceOfSatisfying(
            PasswordCheck.Accepted.class,
            accepted -> assertThat(accepted.user().externalId()).isEqualTo("43"));
  }

  @Test
  void aPasswordMayGoToTheIdentifier() {
    Directory byId = endpoint.directory(Map.of("checkPasswordByUserId", "true"));

    assertThat(byId.checkPassword(attempt(PASSWORD))).isInstanceOf(PasswordCheck.Accepted.class);
    byId.checkPassword(new PasswordAttempt("username:ada", "ada", PASSWORD, Optional.empty()));
    assertThat(endpoint.simulator().requests().of(RestOperation.PASSWORD))
        .extracting(RecordedRestRequest::path)
        .containsExactly("/user-migration/42", "/user-migration/ada");
  }

  @Test
  void theAddressOfThePersonGoesAlongUnlessTheAdminSaysNo() {
    endpoint.check(PASSWORD);
    endpoint.directory(Map.of("forwardClientIp", "false")).checkPassword(attempt(PASSWORD));

    assertThat(endpoint.simulator().requests().of(RestOperation.PASSWORD))
        .extracting(RecordedRestRequest::clientIp)
        .containsExactly(Optional.of(CLIENT_IP), Optional.empty());
  }

  @Test
  void tooManyRequestsSayWhenToComeBack() {
    endpoint.simulator().lockout().after(1);
    endpoint.check("wrong");

    assertThat(endpoint.check(PASSWORD))
        .isEqualTo(new PasswordCheck.Throttled(Optional.of(Duration.ofSeconds(60))));
  }

  @Test
  void thereIsNoListOfUsers() {
    assertThat(directory.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Unavailable.class);
    assertThat(endpoint.paths()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../admin            | ..%2Fadmin",
        "a/b                 | a%2Fb",
        "a\\b                | a%5Cb",
        "a?b=c               | a%3Fb%3Dc",
        "a#b                 | a%23b",
        "a%2e%2e%2fb         | a%252e%252e%252fb",
        "a;b=c               | a%3Bb%3Dc",
        "a@b.example         | a%40b.example",
        "a b+c               | a%20b%2Bc",
        "...                 | ...",
        "//evil.example/a    | %2F%2Fevil.example%2Fa",
        "müller              | m%C3%BCller"
      })
  void aNameIsOneSegmentWhateverIsInIt(String name, String segment) {
    assertThat(directory.findByUsername(name)).isEqualTo(new Lookup.NotFound());
    directory.checkPassword(new PasswordAttempt("1", name, PASSWORD, Optional.empty()));

    assertThat(endpoint.paths()).containsOnly("/user-migration/" + segment);
    assertThat(endpoint.simulator().requests().count(RestOperation.PASSWORD)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "..", "a\u0000b", "a\r\nX-Other: b", "a\u007fb"})
  void aNameThatNoAddressCanHaveIsNotAskedAbout(String name) {
    assertThat(directory.findByUsername(name)).isEqualTo(new Lookup.NotFound());
    assertThat(directory.findByEmail(name)).isEqualTo(new Lookup.NotFound());
    assertThat(directory.findByExternalId("1", name)).isEqualTo(new Lookup.NotFound());
    assertThat(directory.checkPassword(new PasswordAttempt("1", name, "x", Optional.empty())))
        .isInstanceOf(PasswordCheck.Unavailable.class);
    assertThat(endpoint.paths()).isEmpty();
  }

  @Test
  void aNameThatIsTooLongIsNotAskedAbout() {
    assertThat(directory.findByUsername("a".repeat(257))).isEqualTo(new Lookup.NotFound());
    assertThat(endpoint.paths()).isEmpty();
  }

  @Test
  void somebodyWithASlashInTheNameSignsIn() {
    endpoint.simulator().users().add(RestUser.builder("44", "dept/ada").password(PASSWORD).build());
    PasswordAttempt attempt = new PasswordAttempt("44", "dept/ada", PASSWORD, Optional.empty());

    assertThat(found(directory.findByUsername("dept/ada")).externalId()).isEqualTo("44");
    assertThat(directory.checkPassword(attempt)).isInstanceOf(PasswordCheck.Accepted.class);
    assertThat(List.copyOf(endpoint.paths())).containsOnly("/user-migration/dept%2Fada");
  }
}
