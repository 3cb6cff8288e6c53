package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.cognito.AppClient;
import io.keycloakpools.simulators.cognito.CognitoFaults;
import io.keycloakpools.simulators.cognito.CognitoOperation;
import io.keycloakpools.simulators.cognito.PreventUserExistenceErrors;
import io.keycloakpools.simulators.cognito.RecordedCognitoRequest;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CognitoConnectionTestTest {

  private TestUserPool pool;

  @BeforeEach
  void start() {
    pool =
        TestUserPool.start(
            it ->
                it.client(AppClient.of("no-flow"))
                    .client(
                        AppClient.of("no-secret")
                            .flows(
                                io.keycloakpools.simulators.cognito.CognitoAuthFlow
                                    .USER_PASSWORD_AUTH)));
  }

  @AfterEach
  void stop() {
    pool.close();
  }

  @Nested
  final class SettingsThatWork {

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void areFoundToWork(AuthFlow flow) {
      assertThat(pool.directory(Map.of("authFlow", flow.name())).test())
          .isEqualTo(new ConnectionTest.Works());
    }

    @Test
    void areTriedWithEveryCallOfASignIn() {
      pool.simulator().requests().reset();
      pool.directory().test();

      assertThat(pool.simulator().requests().all())
          .extracting(RecordedCognitoRequest::operation)
          .containsExactly("AdminGetUser", "AdminListGroupsForUser", "ListUsers", "InitiateAuth");
    }

    @ParameterizedTest
    @EnumSource(PreventUserExistenceErrors.class)
    void areFoundToWorkHoweverTheClientHidesUsers(PreventUserExistenceErrors errors) {
      try (TestUserPool other =
          TestUserPool.start(
              it ->
                  it.client(
                      AppClient.of("other")
                          .flows(
                              io.keycloakpools.simulators.cognito.CognitoAuthFlow
                                  .USER_PASSWORD_AUTH)
                          .preventUserExistenceErrors(errors)))) {
        assertThat(other.directory(Map.of("clientId", "other", "clientSecret", "")).test())
            .isEqualTo(new ConnectionTest.Works());
      }
    }

    /** Emulators use AWS codes with another meaning. */
    @ParameterizedTest
    @CsvSource({
      "UserNotConfirmedException, User is not confirmed.",
      "PasswordResetRequiredException, Reset",
      "NotAuthorizedException, User not authorized",
    })
    void areFoundToWorkWhateverIsSaidOfNobody(String code, String message) {
      pool.simulator()
          .faults()
          .on(CognitoOperation.INITIATE_AUTH, CognitoFaults.error(code, message));

      assertThat(pool.directory().test()).isEqualTo(new ConnectionTest.Works());
    }
  }

  @Nested
  final class AWrong {

    @Test
    void userPool() {
      assertProblem(
          Map.of("userPoolId", "eu-west-1_Other"),
          SettingProblem.of("userPoolId", "cognitoNoPool", "eu-west-1_Other", "eu-west-1"));
    }

    @Test
    void appClient() {
      assertProblem(
          Map.of("clientId", "unknown"),
          SettingProblem.of("clientId", "cognitoNoClient", "unknown"));
    }

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void clientSecret(AuthFlow flow) {
      assertProblem(
          Map.of("clientSecret", "other", "authFlow", flow.name()),
          SettingProblem.of("clientSecret", "cognitoSecret", "demo-client"));
    }

    @Test
    void clientSecretOfAClientThatHasNone() {
      assertProblem(
          Map.of("clientId", "no-secret"),
          SettingProblem.of("clientSecret", "cognitoSecret", "no-secret"));
    }

    @ParameterizedTest
    @CsvSource({
      "AKIAOTHER, s3cret-of-the-key, UnrecognizedClientException",
      "AKIATEST, other, InvalidSignatureException",
    })
    void accessKey(String id, String secret, String code) {
      assertProblem(
          Map.of("accessKeyId", id, "secretAccessKey", secret),
          SettingProblem.of("accessKeyId", "cognitoKeys", code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId"})
    void accessKeyByAnyOtherName(String code) {
      pool.simulator().faults().onAll(CognitoFaults.error(code, "The key is no longer good."));

      assertProblem(Map.of(), SettingProblem.of("accessKeyId", "cognitoKeys", code));
    }
  }

  @Nested
  final class AMissing {

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void clientSecret(AuthFlow flow) {
      assertProblem(
          Map.of("clientSecret", "", "authFlow", flow.name()),
          SettingProblem.of("clientSecret", "cognitoSecret", "demo-client"));
    }

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void flow(AuthFlow flow) {
      assertProblem(
          Map.of("clientId", "no-flow", "clientSecret", "", "authFlow", flow.name()),
          SettingProblem.of("authFlow", "cognitoFlowOff", "ALLOW_" + flow));
    }

    @ParameterizedTest
    @EnumSource(
        value = CognitoOperation.class,
        names = {
          "ADMIN_GET_USER",
          "ADMIN_LIST_GROUPS_FOR_USER",
          "LIST_USERS",
          "ADMIN_INITIATE_AUTH"
        })
    void permission(CognitoOperation operation) {
      pool.simulator().iam().deny(operation);

      assertProblem(
          Map.of("authFlow", "ADMIN_USER_PASSWORD_AUTH"),
          SettingProblem.of("accessKeyId", "cognitoPermission", operation.wireName()));
    }

    @Test
    void permissionThatTheFlowDoesNotNeedIsNotMissed() {
      pool.simulator().iam().deny(CognitoOperation.ADMIN_INITIATE_AUTH);

      assertThat(pool.directory().test()).isEqualTo(new ConnectionTest.Works());
    }
  }

  @Nested
  final class ADirectoryThat {

    @Test
    void doesNotListenIsNamed() {
      pool.simulator().stop();

      assertThat(problem(Map.of()))
          .returns("endpoint", SettingProblem::field)
          .returns("cognitoUnreachable", SettingProblem::messageKey)
          .satisfies(
              problem ->
                  assertThat(problem.arguments())
                      .first()
                      .isEqualTo(pool.simulator().endpoint().toString()));
    }

    /** Hangs until the end of the test. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void hangsDoesNotHoldTheAdminUp() {
      pool.simulator().faults().onAll(Fault.hang());
      Directory directory = pool.directory(Duration.ofMillis(300));

      ConnectionTest result = directory.test();

      assertThat(problem(result)).returns("cognitoUnreachable", SettingProblem::messageKey);
    }

    @ParameterizedTest
    @CsvSource({
      "TooManyRequestsException, AdminGetUser",
      "InternalErrorException, AdminGetUser",
      "SomethingNewException, AdminGetUser",
    })
    void answersStrangelyIsQuoted(String code, String action) {
      pool.simulator().faults().onAll(CognitoFaults.error(code, "text"));

      assertProblem(Map.of(), SettingProblem.of("endpoint", "cognitoUnusable", action, code));
    }

    @ParameterizedTest
    @EnumSource(AuthFlow.class)
    void answersOnlyTheSignInStrangelyIsQuotedWithTheCallThatWasMade(AuthFlow flow) {
      String action = flow == AuthFlow.USER_PASSWORD_AUTH ? "InitiateAuth" : "AdminInitiateAuth";
      pool.simulator().faults().on(CognitoOperation.INITIATE_AUTH, CognitoFaults.internalError());
      pool.simulator()
          .faults()
          .on(CognitoOperation.ADMIN_INITIATE_AUTH, CognitoFaults.internalError());

      assertProblem(
          Map.of("authFlow", flow.name()),
          SettingProblem.of("endpoint", "cognitoUnusable", action, "InternalErrorException"));
    }
  }

  private void assertProblem(Map<String, String> changes, SettingProblem expected) {
    assertThat(problem(changes)).isEqualTo(expected);
  }

  private SettingProblem problem(Map<String, String> changes) {
    return problem(pool.directory(changes).test());
  }

  private static SettingProblem problem(ConnectionTest result) {
    assertThat(result).isInstanceOf(ConnectionTest.Fails.class);
    return ((ConnectionTest.Fails) result).problem();
  }
}
