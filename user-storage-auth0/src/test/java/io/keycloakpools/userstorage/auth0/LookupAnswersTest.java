package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers without users. They do not depend on the lookup. */
final class LookupAnswersTest {

  private static final Lookup NOT_FOUND = new Lookup.NotFound();

  private TestTenant tenant;
  private Directory directory;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    tenant.add(ada());
    directory = tenant.directory();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @ParameterizedTest
  @CsvSource({
    "401, Invalid token, ''",
    "403, 'Insufficient scope, expected any of: read:users', insufficient_scope",
    "403, You are blocked, ''",
    "404, Not Found, ''",
    "404, No such connection, inexistent_connection",
    "409, Conflict, ''",
    "500, An internal server error occurred, ''",
    "503, Service Unavailable, ''",
    "501, Not implemented, not_implemented",
  })
  void errorsAreToldWithTheirCode(int status, String message, String code) {
    arm(Auth0Faults.management(status, message, code));
    String reason = "Management API: HTTP " + status + (code.isEmpty() ? "" : " " + code);

    assertThat(answers())
        .containsOnly(
            new Lookup.Unavailable(status <= 500 ? Outage.refused(reason) : Outage.down(reason)));
  }

  @Test
  void anAddressThatAuth0DoesNotTakeIsNobodys() {
    arm(Auth0Faults.management(400, "Object didn't pass validation", "invalid_query_string"));

    assertThat(byEmail()).isEqualTo(NOT_FOUND);
    assertThat(List.of(byUsername(), byId())).hasOnlyElementsOfType(Lookup.Unavailable.class);
  }

  @Test
  void aListIsNotSaidToBeEmptyByAMissingUser() {
    arm(Auth0Faults.management(404, "The user does not exist.", "inexistent_user"));

    assertThat(byId()).isEqualTo(NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{}",
        "'text'",
        "7",
        "{'users':[]}",
        "{'error':'x'}",
        "[",
        "<html></html>",
      })
  void whatHasAnotherShapeIsNoAnswer(String body) {
    arm(Fault.http(200, "application/json", body.replace('\'', '"')));

    assertThat(answers()).hasSize(3).hasOnlyElementsOfType(Lookup.Unavailable.class);
  }

  /** A user instead of a list, and a list instead of a user. */
  @Test
  void whatBelongsToAnotherQuestionIsNoAnswer() {
    String user = "{'user_id':'auth0|1','username':'ada','identities':[{'connection':'people'}]}";
    arm(Fault.http(200, "application/json", user.replace('\'', '"')));
    assertThat(List.of(byEmail(), byUsername())).hasOnlyElementsOfType(Lookup.Unavailable.class);
    tenant.simulator().faults().clear();
    arm(Fault.http(200, "application/json", "[" + user.replace('\'', '"') + "]"));

    assertThat(byId()).isInstanceOf(Lookup.Unavailable.class);
  }

  @Test
  void strangeTypesInAUserDoNoHarm() {
    String user =
        "{'user_id':'auth0|1','username':{'a':1},'email':['x'],'email_verified':'yes','blocked':7,"
            + "'name':7,'identities':[7,null,{'connection':['people']},{'connection':'people'}],"
            + "'multifactor':'guardian','app_metadata':[],'created_at':{}}";
    tenant
        .simulator()
        .faults()
        .on(Auth0Operation.GET_USER, Fault.http(200, "application/json", user.replace('\'', '"')));
    tenant
        .simulator()
        .faults()
        .on(Auth0Operation.USER_ROLES, Fault.http(200, "application/json", "[]"));

    assertThat(byId())
        .asInstanceOf(type(Lookup.Found.class))
        .returns("auth0|1", found -> found.user().username());
  }

  @Test
  void aHugeAnswerIsNotRead() {
    arm(Fault.hugeAnswer(3_000_000));

    assertThat(answers())
        .containsOnly(
            new Lookup.Unavailable(Outage.refused("an answer of more than 2097152 bytes")));
  }

  @Test
  void anAnswerAfterAStrangeOneIsTaken() {
    tenant.simulator().faults().onNext(1, Auth0Operation.GET_USER, Auth0Faults.internalError());

    assertThat(byId()).isInstanceOf(Lookup.Unavailable.class);
    assertThat(byId()).isInstanceOf(Lookup.Found.class);
  }

  /** Faults do not affect the management token. */
  private void arm(Fault fault) {
    for (Auth0Operation operation :
        List.of(
            Auth0Operation.USERS_BY_EMAIL,
            Auth0Operation.SEARCH_USERS,
            Auth0Operation.GET_USER,
            Auth0Operation.USER_ROLES)) {
      tenant.simulator().faults().on(operation, fault);
    }
  }

  private List<Lookup> answers() {
    return List.of(byEmail(), byUsername(), byId());
  }

  private Lookup byEmail() {
    return directory.findByEmail("ada@example.com");
  }

  private Lookup byUsername() {
    return directory.findByUsername("ada");
  }

  private Lookup byId() {
    return directory.findByExternalId(ADA, ADA);
  }
}
