package io.keycloakpools.userstorage.rest;

import static io.keycloakpools.userstorage.rest.TestEndpoint.ADA;
import static io.keycloakpools.userstorage.rest.TestEndpoint.PASSWORD;
import static io.keycloakpools.userstorage.rest.TestEndpoint.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.Trouble;
import io.keycloakpools.simulators.rest.RestOperation;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An outage is never a wrong password, never "user unknown", and ends in time; hanging calls hang
 * until the end of the test.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class RestOutageTest {

  /** For what only the time limit of the HTTP client ends, which runs by the real clock. */
  private static final Duration SHORT = Duration.ofMillis(300);

  private TestEndpoint endpoint;
  private Directory directory;

  @AfterEach
  void stop() {
    endpoint.close();
  }

  static Stream<Arguments> troubles() {
    return Stream.of(Contract.values())
        .flatMap(
            contract ->
                Trouble.ofAnyServer().stream().map(trouble -> Arguments.of(contract, trouble)));
  }

  private void start(Contract contract) {
    endpoint = TestEndpoint.start(contract);
    directory = endpoint.directory();
    directory.warmUp();
  }

  /** Other troubles are answers, which a busy machine may take its time for. */
  private void start(Contract contract, Trouble trouble) {
    start(contract);
    if (trouble.endless()) {
      directory = endpoint.directory(SHORT, Map.of());
    }
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void ofALookUpIsToldAsOne(Contract contract, Trouble trouble) {
    start(contract, trouble);
    endpoint.simulator().faults().on(RestOperation.LOOKUP, trouble.fault());
    endpoint.simulator().faults().on(RestOperation.USER, trouble.fault());

    assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(directory.findByEmail("ada@example.com")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(directory.findByExternalId(ADA, "ada")).isInstanceOf(Lookup.Unavailable.class);
  }

  static Stream<Arguments> troublesOfPasswords() {
    return troubles().filter(each -> !isWithoutEffect(each.get()));
  }

  /** In that contract, the simulator's password answers have no body that could be cut. */
  private static boolean isWithoutEffect(Object[] contractAndTrouble) {
    String trouble = contractAndTrouble[1].toString();
    return contractAndTrouble[0] == Contract.USER_MIGRATION
        && (trouble.equals("slow drip") || trouble.equals("truncated JSON"));
  }

  @ParameterizedTest
  @MethodSource("troublesOfPasswords")
  void ofAPasswordCheckIsNeitherRightNorWrong(Contract contract, Trouble trouble) {
    start(contract, trouble);
    endpoint.simulator().faults().on(RestOperation.PASSWORD, trouble.fault());

    for (String password : List.of(PASSWORD, "wrong")) {
      assertThat(directory.checkPassword(attempt(password)))
          .isInstanceOf(PasswordCheck.Unavailable.class);
    }
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void ofTheListIsNoEndOfIt(Contract contract, Trouble trouble) {
    start(contract, trouble);
    endpoint.simulator().faults().on(RestOperation.LIST, trouble.fault());

    assertThat(directory.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Unavailable.class);
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void ofEverythingIsOverWhenTheEndpointIsBack(Contract contract) {
    start(contract);
    endpoint.simulator().stop();
    assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(directory.checkPassword(attempt(PASSWORD)))
        .isInstanceOf(PasswordCheck.Unavailable.class);
    endpoint.simulator().start();

    assertThat(endpoint.directory().findByUsername("ada")).isInstanceOf(Lookup.Found.class);
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void withAHugeAnswerReadsNoMoreThanItMay(Contract contract) {
    endpoint = TestEndpoint.start(contract);
    endpoint.simulator().faults().on(RestOperation.LOOKUP, Fault.hugeAnswer(3_000_000));

    assertThat(endpoint.directory().findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void leadsToNoSecondTryOfAPassword(Contract contract) {
    endpoint = TestEndpoint.start(contract);
    endpoint.simulator().faults().on(RestOperation.PASSWORD, Fault.connectionReset());
    endpoint.check(PASSWORD);

    assertThat(endpoint.simulator().requests().count(RestOperation.PASSWORD)).isEqualTo(1);
  }

  /** The client of these tests retries whenever it may. */
  @ParameterizedTest
  @EnumSource(Contract.class)
  void leadsToNoSecondLookUp(Contract contract) {
    endpoint = TestEndpoint.start(contract);
    endpoint.simulator().faults().onAll(Fault.connectionReset());
    endpoint.directory().findByUsername("ada");

    assertThat(endpoint.simulator().requests().count(RestOperation.LOOKUP)).isEqualTo(1);
  }
}
