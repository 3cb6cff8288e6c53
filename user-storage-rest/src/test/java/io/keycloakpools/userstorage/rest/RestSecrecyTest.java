package io.keycloakpools.userstorage.rest;

import static io.keycloakpools.userstorage.rest.TestEndpoint.TOKEN;
import static io.keycloakpools.userstorage.rest.TestEndpoint.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.EverythingLogged;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.userstorage.directory.Directory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No answer and no log contains a secret, even at the most verbose level. */
final class RestSecrecyTest {

  private static final String PASSWORD = "Pa55word-nobody-may-see";
  private static final String WRONG = "Other-w0rd-nobody-may-see";
  private static final String TOTP = "T0TPSECRETNOBODYMAYSEE";

  private final EverythingLogged log = EverythingLogged.below(Logger.getLogger(""));
  private TestEndpoint endpoint;

  @AfterEach
  void stop() {
    log.close();
    endpoint.close();
  }

  @ParameterizedTest
  @EnumSource(Contract.class)
  void noLogAndNoAnswerHoldsASecret(Contract contract) {
    endpoint = TestEndpoint.start(contract);
    endpoint
        .simulator()
        .users()
        .update("ada", user -> user.password(PASSWORD).add("totps", Map.of("secret", TOTP)));
    List<Object> answers = new ArrayList<>();
    use(endpoint.directory(), answers);
    endpoint.simulator().faults().onAll(Fault.connectionReset());
    use(endpoint.directory(), answers);
    endpoint.simulator().faults().clear();
    endpoint.simulator().faults().onAll(Fault.http(500, "text/plain", PASSWORD + TOKEN));
    use(endpoint.directory(), answers);
    endpoint.simulator().faults().clear();
    use(endpoint.directory(Map.of("token", TOKEN + "-wrong")), answers);

    assertThat(answers.toString()).doesNotContain(PASSWORD, WRONG, TOKEN, TOTP);
    assertThat(log.entries())
        .as("silence would prove nothing")
        .anyMatch(entry -> entry.startsWith("org.apache.http."))
        .noneMatch(entry -> entry.contains(PASSWORD))
        .noneMatch(entry -> entry.contains(WRONG))
        .noneMatch(entry -> entry.contains(TOKEN))
        .noneMatch(entry -> entry.contains(TOTP));
  }

  private static void use(Directory directory, List<Object> answers) {
    answers.add(directory.findByUsername("ada"));
    answers.add(directory.findByEmail("ada@example.com"));
    answers.add(directory.checkPassword(attempt(PASSWORD)));
    answers.add(directory.checkPassword(attempt(WRONG)));
    answers.add(directory.listUsers(Optional.empty(), 10));
    answers.add(directory.test());
    directory.warmUp();
  }
}
