package io.keycloakpools.userstorage.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.rest.RestOperation;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages for an admin who saves a pool. */
final class RestConnectionTestTest {

  private TestEndpoint endpoint;

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void anEndpointThatWorksPassesAndNothingIsSaidOfARealUser(Contract contract) {
    endpoint = TestEndpoint.start(contract);

    assertThat(endpoint.directory().test()).isEqualTo(new ConnectionTest.Works());
    assertThat(endpoint.simulator().requests().all())
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(request.names())
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("keycloak-pools-test-")));
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void credentialsThatAreRefusedAreNamed(Contract contract) {
    endpoint = TestEndpoint.start(contract);

    assertProblem(Map.of("token", "wrong"), "token", "restCredentials");
    assertProblem(
        Map.of("token", "", "basicUser", "keycloak", "basicPassword", "wrong"),
        "basicPassword",
        "restCredentials");
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void nobodyThereIsToldWithTheAddress(Contract contract) {
    endpoint = TestEndpoint.start(contract);
    endpoint.simulator().stop();

    assertThat(problem(Map.of()).arguments()).contains(endpoint.address());
    assertProblem(Map.of(), "url", "restUnreachable");
  }

  @Test
  void anEndpointOfTheOtherContractIsNoEndpointOfPools() {
    endpoint = TestEndpoint.start(Contract.POOLS);

    assertProblem(Map.of("url", endpoint.simulator().migration().toString()), "url", "restLookup");
    assertProblem(Map.of("url", endpoint.address() + "/other"), "url", "restLookup");
  }

  @ParameterizedTest
  @CsvSource({
    "POOLS, {'users':[{}]}, restSomebody",
    "POOLS, {'users':'none'}, restSomebody",
    "USER_MIGRATION, {'username':'ada'}, restSomebody",
    "USER_MIGRATION, [], restLookup"
  })
  void anEndpointThatKnowsEverybodyIsNoEndpoint(Contract contract, String json, String key) {
    endpoint = TestEndpoint.start(contract);
    endpoint.answer(RestOperation.LOOKUP, 200, json);

    assertThat(problem(Map.of()).messageKey()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "POOLS, 200, {'outcome':'accepted'}, restAnyPassword",
    "POOLS, 200, {'outcome':'second_factor'}, restAnyPassword",
    "POOLS, 200, {}, restPassword",
    "POOLS, 500, {}, restPassword",
    "POOLS, 403, {}, restCredentials",
    "USER_MIGRATION, 200, {}, restAnyPassword",
    "USER_MIGRATION, 500, {}, restPassword",
    "USER_MIGRATION, 405, {}, restPassword"
  })
  void anEndpointThatDoesNotRefuseAStrangersPasswordIsNoEndpoint(
      Contract contract, int status, String json, String key) {
    endpoint = TestEndpoint.start(contract);
    endpoint.answer(RestOperation.PASSWORD, status, json.replace("''", "'"));

    assertThat(problem(Map.of()).messageKey()).isEqualTo(key);
  }

  @Test
  void aPageInBetweenIsNamed() {
    endpoint = TestEndpoint.start(Contract.USER_MIGRATION);
    endpoint.simulator().faults().onAll(Fault.http(404, "text/html", "<html>Nothing</html>"));

    assertThat(problem(Map.of()).arguments()).contains("HTTP 404 and a page of HTML");
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void warmingUpSendsNoPassword(Contract contract) {
    endpoint = TestEndpoint.start(contract);
    endpoint.directory().warmUp();

    assertThat(endpoint.simulator().requests().count(RestOperation.LOOKUP)).isEqualTo(1);
    assertThat(endpoint.simulator().requests().count(RestOperation.PASSWORD)).isZero();
  }

  private void assertProblem(Map<String, String> settings, String field, String key) {
    SettingProblem problem = problem(settings);
    assertThat(problem.field()).isEqualTo(field);
    assertThat(problem.messageKey()).isEqualTo(key);
  }

  private SettingProblem problem(Map<String, String> settings) {
    ConnectionTest result = endpoint.directory(settings).test();
    if (result instanceof ConnectionTest.Fails fails) {
      return fails.problem();
    }
    throw new AssertionError(result);
  }
}
