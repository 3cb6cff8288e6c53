package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.CLIENT;
import static io.keycloakpools.simulators.cognito.TestPool.PASSWORD;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static io.keycloakpools.simulators.cognito.TestPool.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.FakeClock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;

class ChallengeTest {
  private static final AppClient SECRET =
      AppClient.of("secret-client").secret("topsecret").flows(CognitoAuthFlow.values());

  private final FakeClock clock = new FakeClock();
  private final TestPool pool =
      TestPool.start(
          settings ->
              settings
                  .clock(clock)
                  .client(SECRET)
                  .aliases(SignInAttribute.EMAIL)
                  .mfaCode("424242"));

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  @Test
  void temporaryPasswordAsksForANewOne() {
    pool.add(ada().temporaryPassword(PASSWORD));
    InitiateAuthResponse asked = pool.signIn("ada@example.com", PASSWORD);
    assertThat(asked.authenticationResult()).isNull();
    assertThat(asked.challengeNameAsString()).isEqualTo("NEW_PASSWORD_REQUIRED");
    assertThat(asked.session()).isNotEmpty();
    assertThat(asked.challengeParameters())
        .containsEntry("USER_ID_FOR_SRP", "ada")
        .containsEntry("requiredAttributes", "[]")
        .containsEntry(
            "userAttributes", "{\"email\":\"ada@example.com\",\"email_verified\":\"true\"}");
  }

  @Test
  void wrongTemporaryPasswordIsRefused() {
    pool.add(ada().temporaryPassword(PASSWORD));
    pool.assertRefused("ada", "wrong").startsWith("NotAuthorizedException");
  }

  @Test
  void newPasswordConfirmsTheUser() {
    pool.add(ada().temporaryPassword(PASSWORD));
    String session = pool.signIn("ada", PASSWORD).session();
    RespondToAuthChallengeResponse answer =
        respond(
            "NEW_PASSWORD_REQUIRED",
            session,
            Map.of("NEW_PASSWORD", "Brand-New-2", "userAttributes.given_name", "Ada"));
    assertThat(answer.authenticationResult()).isNotNull();
    CognitoUser user = pool.simulator.users().find("ada").orElseThrow();
    assertThat(user.status()).isEqualTo(UserStatus.CONFIRMED);
    assertThat(user.attributes()).containsEntry("given_name", "Ada");
    assertThat(pool.signIn("ada", "Brand-New-2").authenticationResult()).isNotNull();
    pool.assertRefused("ada", PASSWORD).startsWith("NotAuthorizedException");
  }

  @Test
  void shortNewPasswordIsRefused() {
    pool.add(ada().temporaryPassword(PASSWORD));
    String session = pool.signIn("ada", PASSWORD).session();
    assertError(() -> respond("NEW_PASSWORD_REQUIRED", session, Map.of("NEW_PASSWORD", "short")))
        .startsWith("InvalidPasswordException");
  }

  @Test
  void secondFactorFollowsTheNewPassword() {
    pool.add(
        ada().temporaryPassword(PASSWORD).secondFactor(CognitoSecondFactor.SOFTWARE_TOKEN_MFA));
    String session = pool.signIn("ada", PASSWORD).session();
    assertThat(
            respond("NEW_PASSWORD_REQUIRED", session, Map.of("NEW_PASSWORD", "Brand-New-2"))
                .challengeNameAsString())
        .isEqualTo("SOFTWARE_TOKEN_MFA");
  }

  @ParameterizedTest
  @EnumSource(value = CognitoSecondFactor.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void secondFactorIsAskedAfterTheRightPasswordOnly(CognitoSecondFactor factor) {
    pool.add(ada().phone("+4912345678", true).secondFactor(factor));
    InitiateAuthResponse asked = pool.signIn("ada", PASSWORD);
    assertThat(asked.authenticationResult()).isNull();
    assertThat(asked.challengeNameAsString()).isEqualTo(factor.name());
    assertThat(asked.challengeParameters()).containsEntry("USER_ID_FOR_SRP", "ada");
    pool.assertRefused("ada", "wrong").startsWith("NotAuthorizedException");
  }

  @ParameterizedTest
  @CsvSource({
    "SOFTWARE_TOKEN_MFA,SOFTWARE_TOKEN_MFA_CODE",
    "SMS_MFA,SMS_MFA_CODE",
    "EMAIL_OTP,EMAIL_OTP_CODE"
  })
  void rightCodeGetsTokensAndWrongCodeMayBeRetried(CognitoSecondFactor factor, String parameter) {
    pool.add(ada().secondFactor(factor));
    String session = pool.signIn("ada", PASSWORD).session();
    assertError(() -> respond(factor.name(), session, Map.of(parameter, "000000")))
        .startsWith("CodeMismatchException");
    assertThat(respond(factor.name(), session, Map.of(parameter, "424242")).authenticationResult())
        .isNotNull();
    assertError(() -> respond(factor.name(), session, Map.of(parameter, "424242")))
        .isEqualTo("NotAuthorizedException: Invalid session for the user.");
  }

  @Test
  void chosenFactorIsAskedNext() {
    pool.add(ada().secondFactor(CognitoSecondFactor.SELECT_MFA_TYPE));
    String session = pool.signIn("ada", PASSWORD).session();
    assertThat(
            respond("SELECT_MFA_TYPE", session, Map.of("ANSWER", "SMS_MFA"))
                .challengeNameAsString())
        .isEqualTo("SMS_MFA");
  }

  @Test
  void sessionExpiresAfterThreeMinutes() {
    pool.add(ada().secondFactor(CognitoSecondFactor.SOFTWARE_TOKEN_MFA));
    String session = pool.signIn("ada", PASSWORD).session();
    clock.advance(Duration.ofMinutes(3));
    assertError(
            () ->
                respond("SOFTWARE_TOKEN_MFA", session, Map.of("SOFTWARE_TOKEN_MFA_CODE", "424242")))
        .isEqualTo("NotAuthorizedException: Invalid session for the user, session is expired.");
  }

  @Test
  void answerHashCoversTheUserIdForSrp() {
    pool.add(ada().secondFactor(CognitoSecondFactor.SOFTWARE_TOKEN_MFA));
    String alias = "ada@example.com";
    String session =
        pool.signIn(SECRET, alias, CognitoSecretHash.of(alias, SECRET.id(), "topsecret")).session();
    assertError(() -> answerWithHashOf(alias, session))
        .isEqualTo("NotAuthorizedException: Unable to verify secret hash for client secret-client");
    assertThat(answerWithHashOf("ada", session).authenticationResult()).isNotNull();
  }

  @Test
  void adminAnswersChallengesToo() {
    pool.add(ada().secondFactor(CognitoSecondFactor.SOFTWARE_TOKEN_MFA));
    String session = pool.signIn("ada", PASSWORD).session();
    assertThat(
            pool.aws
                .adminRespondToAuthChallenge(
                    it ->
                        it.userPoolId("eu-west-1_Demo12345")
                            .clientId(CLIENT)
                            .challengeName("SOFTWARE_TOKEN_MFA")
                            .session(session)
                            .challengeResponses(
                                Map.of("USERNAME", "ada", "SOFTWARE_TOKEN_MFA_CODE", "424242")))
                .authenticationResult())
        .isNotNull();
  }

  private RespondToAuthChallengeResponse answerWithHashOf(String name, String session) {
    return pool.aws.respondToAuthChallenge(
        it ->
            it.clientId(SECRET.id())
                .challengeName("SOFTWARE_TOKEN_MFA")
                .session(session)
                .challengeResponses(
                    Map.of(
                        "USERNAME",
                        name,
                        "SOFTWARE_TOKEN_MFA_CODE",
                        "424242",
                        "SECRET_HASH",
                        CognitoSecretHash.of(name, SECRET.id(), "topsecret"))));
  }

  private RespondToAuthChallengeResponse respond(
      String challenge, String session, Map<String, String> answers) {
    Map<String, String> responses = new HashMap<>(answers);
    responses.put("USERNAME", "ada");
    return pool.aws.respondToAuthChallenge(
        it ->
            it.clientId(CLIENT)
                .challengeName(challenge)
                .session(session)
                .challengeResponses(responses));
  }
}
