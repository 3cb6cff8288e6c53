package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.CLIENT;
import static io.keycloakpools.simulators.cognito.TestPool.PASSWORD;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static io.keycloakpools.simulators.cognito.TestPool.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;

class AuthFlowTest {
  private static final AppClient OTHER = AppClient.of("other-client");

  private final TestPool pool = TestPool.start(settings -> settings.client(OTHER));

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  @Test
  void unknownClientIsRefused() {
    assertError(() -> pool.signIn(AppClient.of("nowhere"), "ada", null))
        .isEqualTo("ResourceNotFoundException: User pool client nowhere does not exist.");
  }

  @Test
  void disabledFlowIsRefusedBeforeAnythingElse() {
    assertError(() -> pool.signIn(OTHER, "nobody", "hash"))
        .isEqualTo(
            "InvalidParameterException: USER_PASSWORD_AUTH flow not enabled for this client");
    assertError(
            () ->
                adminSignIn(
                    AuthFlowType.ADMIN_USER_PASSWORD_AUTH, "eu-west-1_Demo12345", OTHER.id()))
        .isEqualTo("InvalidParameterException: Auth flow not enabled for this client");
  }

  @ParameterizedTest
  @EnumSource(
      value = AuthFlowType.class,
      names = {"ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"})
  void adminFlowSignsIn(AuthFlowType flow) {
    pool.add(ada());
    adminSignIn(flow, "eu-west-1_Demo12345", CLIENT);
    assertThat(pool.simulator.requests().all())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.operation()).isEqualTo("AdminInitiateAuth");
              assertThat(it.username()).hasValue("ada");
              assertThat(it.authFlow()).hasValue(flow.toString());
            });
  }

  @Test
  void adminFlowChecksThePool() {
    assertError(() -> adminSignIn(AuthFlowType.ADMIN_NO_SRP_AUTH, "eu-west-1_Other", CLIENT))
        .isEqualTo("ResourceNotFoundException: User pool eu-west-1_Other does not exist.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"USER_SRP_AUTH", "REFRESH_TOKEN_AUTH", "CUSTOM_AUTH"})
  void otherFlowsSayThatTheyAreNotSimulated(String flow) {
    assertError(
            () ->
                pool.aws.initiateAuth(
                    it -> it.authFlow(flow).clientId(CLIENT).authParameters(Map.of())))
        .isEqualTo("InvalidParameterException: The flow " + flow + " is not simulated");
  }

  @Test
  void adminFlowIsNotForTheOpenOperation() {
    assertError(
            () ->
                pool.aws.initiateAuth(
                    it -> it.authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH).clientId(CLIENT)))
        .isEqualTo("InvalidParameterException: Initiate Auth method not supported.");
  }

  @Test
  void missingPasswordIsAnInvalidParameter() {
    assertError(
            () ->
                pool.aws.initiateAuth(
                    it ->
                        it.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                            .clientId(CLIENT)
                            .authParameters(Map.of("USERNAME", "ada"))))
        .isEqualTo("InvalidParameterException: Missing required parameter PASSWORD");
  }

  private void adminSignIn(AuthFlowType flow, String poolId, String clientId) {
    assertThat(
            pool.aws
                .adminInitiateAuth(
                    it ->
                        it.authFlow(flow)
                            .userPoolId(poolId)
                            .clientId(clientId)
                            .authParameters(Map.of("USERNAME", "ada", "PASSWORD", PASSWORD)))
                .authenticationResult())
        .isNotNull();
  }
}
