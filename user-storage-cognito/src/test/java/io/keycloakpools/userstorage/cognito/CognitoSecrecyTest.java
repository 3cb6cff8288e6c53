package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.userstorage.cognito.TestUserPool.ada;
import static io.keycloakpools.userstorage.cognito.TestUserPool.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.EverythingLogged;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.cognito.CognitoFaults;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No answer and no log contains a secret, even at the most verbose level. */
final class CognitoSecrecyTest {

  private static final String PASSWORD = "Pa55word-nobody-may-see";
  private static final String OTHER = "Other-w0rd-nobody-may-see";

  /**
   * The JDK's HTTP client logs to the one, the SDK, through Keycloak's SLF4J provider, to the
   * other.
   */
  private final EverythingLogged log =
      EverythingLogged.below(Logger.getLogger(""), org.jboss.logmanager.Logger.getLogger(""));

  private TestUserPool pool;

  @BeforeEach
  void start() {
    pool = TestUserPool.start();
  }

  @AfterEach
  void stop() {
    log.close();
    pool.close();
  }

  @ParameterizedTest
  @EnumSource(AuthFlow.class)
  void noLogHoldsASecret(AuthFlow flow) {
    CognitoUser ada = pool.add(ada().password(PASSWORD));
    Map<String, String> authFlow = Map.of("authFlow", flow.name());
    Directory directory = pool.directory(authFlow);

    directory.checkPassword(attempt(ada, PASSWORD));
    directory.checkPassword(attempt(ada, OTHER));
    directory.test();
    pool.simulator().faults().onNext(2, CognitoFaults.internalError());
    directory.checkPassword(attempt(ada, PASSWORD));
    pool.simulator().faults().onAll(Fault.hang());
    pool.directory(Duration.ofMillis(200), authFlow).checkPassword(attempt(ada, PASSWORD));

    String text = log.text();
    assertThat(text)
        .as("the logs arrive here")
        .contains("software.amazon.awssdk.request: ", "sun.net.www.MessageHeader");
    assertNoSecret(text);
  }

  @Test
  void noAnswerHoldsASecret() {
    CognitoUser ada = pool.add(ada().password(PASSWORD));
    PasswordAttempt attempt = attempt(ada, PASSWORD);
    StringBuilder answers = new StringBuilder().append(attempt);

    answers.append(pool.directory().checkPassword(attempt));
    answers.append(pool.directory().checkPassword(attempt(ada, OTHER)));
    answers.append(pool.directory(Map.of("clientSecret", "x")).checkPassword(attempt));
    for (Fault fault :
        new Fault[] {
          CognitoFaults.error("NotAuthorizedException", "Bad password " + PASSWORD),
          CognitoFaults.error(
              "InvalidParameterException", "Value '" + PASSWORD + "' at 'password'"),
          CognitoFaults.error("UserLambdaValidationException", "failed with error " + PASSWORD),
          Fault.http(500, "text/html", PASSWORD),
          Fault.http(200, "text/html", PASSWORD),
          Fault.truncatedJson(),
          Fault.connectionReset()
        }) {
      pool.simulator().faults().clear();
      pool.simulator().faults().onAll(fault);
      answers.append(pool.directory().checkPassword(attempt)).append(pool.directory().test());
    }

    assertNoSecret(answers.toString());
  }

  private static void assertNoSecret(String text) {
    assertThat(text)
        .doesNotContain(PASSWORD, OTHER, TestUserPool.SECRET, TestUserPool.KEY, hash("ada"));
  }

  private static String hash(String username) {
    return SecretHash.of(username, "demo-client", TestUserPool.SECRET);
  }
}
