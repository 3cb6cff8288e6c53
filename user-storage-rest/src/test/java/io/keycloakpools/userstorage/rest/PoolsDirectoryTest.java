package io.keycloakpools.userstorage.rest;

import static io.keycloakpools.userstorage.rest.TestEndpoint.ADA;
import static io.keycloakpools.userstorage.rest.TestEndpoint.CLIENT_IP;
import static io.keycloakpools.userstorage.rest.TestEndpoint.PASSWORD;
import static io.keycloakpools.userstorage.rest.TestEndpoint.attempt;
import static io.keycloakpools.userstorage.rest.TestEndpoint.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.rest.Operation;
import io.keycloakpools.simulators.rest.RecordedRequest;
import io.keycloakpools.simulators.rest.RestUser;
import io.keycloakpools.userstorage.directory.AccountStatus;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import io.keycloakpools.userstorage.directory.Tenant;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract {@code pools} (docs/move/rest.md). */
final class PoolsDirectoryTest {

  private TestEndpoint endpoint;
  private Directory directory;

  @BeforeEach
  void start() {
    endpoint = TestEndpoint.start(Contract.POOLS);
    directory = endpoint.directory();
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void aUserIsFoundByEveryNameInAnyCase() {
    assertThat(found(directory.findByUsername("ADA")).externalId()).isEqualTo(ADA);
    assertThat(found(directory.findByUsername("Ada@example.com")).externalId()).isEqualTo(ADA);
    assertThat(found(directory.findByEmail("ADA@example.com")).externalId()).isEqualTo(ADA);
    assertThat(found(directory.findByExternalId(ADA, "whoever")).username()).isEqualTo("ada");
  }

  @Test
  void whoIsNotThereIsNotFound() {
    assertThat(directory.findByUsername("nobody")).isEqualTo(new Lookup.NotFound());
    assertThat(directory.findByEmail("nobody@example.com")).isEqualTo(new Lookup.NotFound());
    assertThat(directory.findByExternalId("1", "ada")).isEqualTo(new Lookup.NotFound());
  }

  @Test
  void severalUsersAreAmbiguous() {
    endpoint
        .simulator()
        .users()
        .add(RestUser.builder("43", "ada2").email("ada@example.com", true).build());

    assertThat(directory.findByEmail("ada@example.com")).isEqualTo(new Lookup.Ambiguous(2));
  }

  @Test
  void anAnswerAboutSomebodyElseIsNobody() {
    String grace = "{'users':[{'id':'43','username':'grace','status':'usable'}]}";
    endpoint.answer(Operation.LOOKUP, 200, grace);
    assertThat(directory.findByUsername("ada")).isEqualTo(new Lookup.NotFound());
    endpoint.answer(Operation.LOOKUP, 200, grace);
    assertThat(directory.findByEmail("ada@example.com")).isEqualTo(new Lookup.NotFound());
    endpoint.answer(Operation.USER, 200, grace);
    assertRefused(directory.findByExternalId(ADA, "grace"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'username':'ada','status':'usable'}",
        "{'id':'42','status':'usable'}",
        "{'id':'42','username':'ada'}",
        "{'id':'42','username':'ada','status':'active'}",
        "'ada'",
        "[]"
      })
  void aUserWhoCannotBeReadIsAnOutageForEveryQuestion(String user) {
    endpoint.answer(Operation.LOOKUP, 200, "{'users':[" + user + "]}");
    assertRefused(directory.findByUsername("ada"));
    endpoint.answer(
        Operation.PASSWORD, 200, "{'outcome':'accepted','id':'42','user':" + user + "}");
    if (user.startsWith("{")) {
      assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
    }
    endpoint.answer(Operation.LIST, 200, "{'users':[" + user + "]}");
    assertThat(directory.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Unavailable.class);
  }

  /** As strict as the schema: an unreadable list must revoke nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'emailVerified':1                     | emailVerified",
        "'emailVerified':'true'                | emailVerified",
        "'email':{}                            | email",
        "'status':['usable']                   | status",
        "'roles':{'0':'staff'}                 | roles",
        "'groups':[{'name':'a'}]               | groups",
        "'tenants':'acme'                      | tenants",
        "'tenants':['acme']                    | tenants",
        "'secondFactors':{'sms':true}          | secondFactors",
        "'totps':{'secret':'a'}                | totps",
        "'socialIdentities':['google']         | socialIdentities"
      },
      quoteCharacter = '~')
  void whatIsOfAnotherKindIsAnAnswerOutOfOrder(String members, String named) {
    String status = members.startsWith("'status'") ? "" : ",'status':'usable'";
    String user = "{'id':'42','username':'ada'" + status + "," + members + "}";
    endpoint.answer(Operation.LOOKUP, 200, "{'users':[" + user + "]}");

    assertThat(directory.findByUsername("ada"))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            unavailable ->
                assertThat(unavailable.outage())
                    .satisfies(outage -> assertThat(outage.kind()).isEqualTo(Outage.Kind.REFUSED))
                    .satisfies(
                        outage ->
                            assertThat(outage.reason())
                                .startsWith("an answer out of order: " + named + " is ")));
  }

  @Test
  void aWordThatIsNotOfTheContractIsNamedUnlessItIsNone() {
    assertReason("{'id':'42','username':'ada','status':'on_leave'}", ": on_leave");
    assertReason("{'id':'42','username':'ada','status':'see <b>'}", "the contract's");
    endpoint.answer(Operation.PASSWORD, 200, "{'outcome':'of_tomorrow'}");
    assertThat(endpoint.check(PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.Unavailable.class,
            unavailable -> assertThat(unavailable.outage().reason()).endsWith(": of_tomorrow"));
  }

  private void assertReason(String user, String end) {
    endpoint.answer(Operation.LOOKUP, 200, "{'users':[" + user + "]}");
    assertThat(directory.findByUsername("ada"))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            unavailable -> assertThat(unavailable.outage().reason()).endsWith(end));
  }

  @Test
  void jsonIsReadWhateverItsHeaderSays() {
    for (String type : List.of("text/html; charset=UTF-8", "text/plain", "")) {
      endpoint.simulator().faults().clear();
      endpoint
          .simulator()
          .faults()
          .on(
              Operation.LOOKUP,
              Fault.chunked(
                  200,
                  type,
                  "{\"users\":[{\"id\":\"42\",\"username\":\"ada\",\"status\":\"usable\"}]}"));
      endpoint
          .simulator()
          .faults()
          .on(Operation.PASSWORD, Fault.chunked(200, type, "{\"outcome\":\"rejected\"}"));

      assertThat(found(directory.findByUsername("ada")).externalId()).isEqualTo(ADA);
      assertThat(endpoint.check("wrong")).isEqualTo(new PasswordCheck.Rejected());
    }
  }

  @Test
  void tenantsAreTheContractsListOrAnAttribute() {
    endpoint
        .simulator()
        .users()
        .update(
            "ada",
            user ->
                user.add("tenants", Map.of("id", "acme", "name", "Acme Ltd"))
                    .attribute("customer", "globex", "initech"));

    assertThat(tenants(Map.of())).containsExactly(new Tenant("acme", Optional.of("Acme Ltd")));
    assertThat(tenants(Map.of("tenantIdFieldName", "tenants"))).isEqualTo(tenants(Map.of()));
    assertThat(tenants(Map.of("tenantIdFieldName", "customer")))
        .extracting(Tenant::id)
        .containsExactlyInAnyOrder("globex", "initech");
    assertThat(tenants(Map.of("tenantIdFieldName", "other"))).isEmpty();
  }

  private Set<Tenant> tenants(Map<String, String> settings) {
    return found(endpoint.directory(settings).findByUsername("ada")).tenants();
  }

  @Test
  void anAuthenticatorAppThatCannotBeUsedIsStillTold() {
    endpoint.answer(
        Operation.LOOKUP,
        200,
        "{'users':[{'id':'42','username':'ada','status':'usable','totps':[{'digits':'none'},{}]}]}");

    assertThat(found(directory.findByUsername("ada")).totps()).hasSize(2);
  }

  @Test
  void anAccountElsewhereIsShownByItsNameOrTheAddress() {
    endpoint
        .simulator()
        .users()
        .update(
            "ada",
            user ->
                user.add("socialIdentities", Map.of("connection", "google", "userId", "1100"))
                    .add("socialIdentities", Map.of("connection", "google"))
                    .add(
                        "socialIdentities",
                        Map.of("connection", "github", "userId", "7", "username", "al")));

    assertThat(found(directory.findByUsername("ada")).socialIdentities())
        .containsExactly(
            new SocialIdentity("google", "1100", "ada@example.com"),
            new SocialIdentity("github", "7", "al"));
  }

  @Test
  void aMissingListIsEmptySoThatItTakesAway() {
    endpoint.simulator().users().replace("ada", RestUser.builder(ADA, "ada").build());
    DirectoryUser ada = found(directory.findByUsername("ada"));

    assertThat(ada.roles()).contains(Set.of());
    assertThat(ada.groups()).contains(Set.of());
  }

  @Test
  void aRightPasswordTakesOneRequestAndBringsTheUser() {
    assertThat(endpoint.check(PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.Accepted.class,
            accepted -> assertThat(accepted.user().roles()).contains(Set.of("staff")));
    assertThat(endpoint.paths()).containsExactly("/pools/password");
  }

  @Test
  void withoutTheUserInTheAnswerItIsFetchedById() {
    endpoint.simulator().userInAnswers(false);

    assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Accepted.class);
    endpoint.simulator().faults().on(Operation.USER, Fault.connectionReset());
    assertThat(endpoint.check(PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.AcceptedUnseen.class,
            unseen -> assertThat(unseen.externalId()).isEqualTo(ADA));
  }

  @Test
  void aRightPasswordWithoutTheIdOfItsUserOpensNothing() {
    endpoint.answer(Operation.PASSWORD, 200, "{'outcome':'accepted'}");

    assertThat(endpoint.check(PASSWORD)).isInstanceOf(PasswordCheck.Unavailable.class);
  }

  @Test
  void whosePasswordItWasIsWhatTheAnswerSays() {
    endpoint.answer(
        Operation.PASSWORD,
        200,
        "{'outcome':'accepted','user':{'id':'43','username':'ada','status':'usable'}}");

    assertThat(endpoint.check(PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.Accepted.class,
            accepted -> assertThat(accepted.user().externalId()).isEqualTo("43"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {'outcome':'rejected'}                                    | Rejected",
        "200 | {'outcome':'temporary_password','id':'42'}                | TemporaryPassword",
        "200 | {'outcome':'second_factor','factor':'sms','id':'42'}      | SecondFactorPending",
        "200 | {'outcome':'account_unusable','reason':'blocked'}         | AccountUnusable",
        "200 | {'outcome':'throttled'}                                   | Throttled",
        "429 | {}                                                        | Throttled",
        "200 | {}                                                        | Unavailable",
        "200 | {'outcome':'of_tomorrow'}                                 | Unavailable",
        "200 | {'outcome':['rejected']}                                  | Unavailable",
        "200 | []                                                        | Unavailable",
        "201 | {'outcome':'accepted','id':'42'}                          | Unavailable",
        "400 | {'outcome':'rejected'}                                    | Unavailable",
        "401 | {}                                                        | Unavailable",
        "403 | {}                                                        | Unavailable",
        "404 | {'outcome':'rejected'}                                    | Unavailable",
        "302 | {}                                                        | Unavailable",
        "500 | {'outcome':'rejected'}                                    | Unavailable"
      })
  void eachAnswerHasOneOutcome(int status, String json, String outcome) {
    endpoint.answer(Operation.PASSWORD, status, json);

    assertThat(endpoint.check(PASSWORD).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void aSecondFactorIsNamed() {
    endpoint.simulator().users().update("ada", user -> user.add("secondFactors", "app"));

    assertThat(endpoint.check(PASSWORD))
        .isInstanceOfSatisfying(
            PasswordCheck.SecondFactorPending.class,
            pending -> {
              assertThat(pending.factor()).isEqualTo("authenticator app");
              assertThat(pending.user().secondFactors()).containsExactly("app");
            });
  }

  @ParameterizedTest
  @EnumSource(UnusableReason.class)
  void aReasonIsTakenAtItsWordIfAnEndpointCanKnowIt(UnusableReason reason) {
    String json = "{'outcome':'account_unusable','reason':'" + reason.code() + "'}";
    endpoint.answer(Operation.PASSWORD, 200, json);

    assertThat(endpoint.check(PASSWORD))
        .isEqualTo(
            new PasswordCheck.AccountUnusable(
                PoolsAccountStates.REASONS.contains(reason) ? reason : UnusableReason.DENIED,
                PoolsAccountStates.REASONS.contains(reason) ? "" : reason.code()));
  }

  @ParameterizedTest
  @CsvSource({"30, 30", "-1, 0", "999999999, 86400", "1e300, 86400"})
  void theWaitStaysWithinADay(String named, long seconds) {
    endpoint.answer(Operation.PASSWORD, 200, "{'outcome':'throttled','retryAfter':" + named + "}");

    assertThat(endpoint.check(PASSWORD))
        .isEqualTo(new PasswordCheck.Throttled(Optional.of(Duration.ofSeconds(seconds))));
  }

  @Test
  void tooManyRequestsSayWhenToComeBack() {
    endpoint
        .simulator()
        .faults()
        .onAll(Fault.answer(new Answer(429, Map.of("Retry-After", "60"), "")));
    Optional<Duration> wait = Optional.of(Duration.ofSeconds(60));

    assertThat(endpoint.check(PASSWORD)).isEqualTo(new PasswordCheck.Throttled(wait));
    assertThat(directory.findByUsername("ada"))
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            unavailable -> {
              assertThat(unavailable.outage().kind()).isEqualTo(Outage.Kind.BUSY);
              assertThat(unavailable.outage().retryAfter()).isEqualTo(wait);
            });
  }

  @Test
  void everyStatusOfTheContractIsAGateOrOpen() {
    for (UnusableReason reason : PoolsAccountStates.REASONS) {
      endpoint.simulator().users().update("ada", user -> user.status(reason.code()));
      assertThat(found(directory.findByUsername("ada")).status())
          .isEqualTo(new AccountStatus.Unusable(reason));
    }
    endpoint.simulator().users().update("ada", user -> user.status("must_change_password"));
    assertThat(found(directory.findByUsername("ada")).status())
        .isInstanceOf(AccountStatus.MustChangePassword.class);
  }

  @Test
  void theAddressOfThePersonGoesAlongUnlessTheAdminSaysNo() {
    endpoint.check(PASSWORD);
    endpoint.directory(Map.of("forwardClientIp", "false")).checkPassword(attempt(PASSWORD));

    assertThat(endpoint.simulator().requests().of(Operation.PASSWORD))
        .extracting(RecordedRequest::clientIp)
        .containsExactly(Optional.of(CLIENT_IP), Optional.empty());
  }

  @Test
  void allUsersComeOncePageByPage() {
    for (int i = 0; i < 4; i++) {
      endpoint.simulator().users().add(RestUser.builder("id-" + i, "user-" + i).build());
    }
    List<String> names = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Listing.Page page = (Listing.Page) directory.listUsers(next, 2);
      page.users().forEach(user -> names.add(user.username()));
      next = page.next();
    } while (next.isPresent());

    assertThat(names).containsExactly("ada", "user-0", "user-1", "user-2", "user-3");
  }

  private static void assertRefused(Lookup lookup) {
    assertThat(lookup)
        .isInstanceOfSatisfying(
            Lookup.Unavailable.class,
            unavailable -> assertThat(unavailable.outage().kind()).isEqualTo(Outage.Kind.REFUSED));
  }
}
