package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.CLIENT;
import static io.keycloakpools.simulators.cognito.TestPool.PASSWORD;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static io.keycloakpools.simulators.cognito.TestPool.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;

class SignInTest {
  private static final AppClient LEGACY =
      AppClient.of("legacy-client")
          .flows(CognitoAuthFlow.USER_PASSWORD_AUTH)
          .preventUserExistenceErrors(PreventUserExistenceErrors.LEGACY);

  private static final AppClient HIDING =
      AppClient.of("hiding-client").flows(CognitoAuthFlow.USER_PASSWORD_AUTH).hidingResets();

  private final TestPool pool = TestPool.start(settings -> settings.client(LEGACY).client(HIDING));

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  @Test
  void rightPasswordGetsTokens() {
    pool.add(ada());
    AuthenticationResultType result = pool.signIn("ada", PASSWORD).authenticationResult();
    assertThat(result.tokenType()).isEqualTo("Bearer");
    assertThat(result.expiresIn()).isEqualTo(3600);
    assertThat(result.accessToken()).isNotEmpty();
    assertThat(result.refreshToken()).isNotEmpty();
  }

  @Test
  void idTokenCarriesGroupsAndAttributes() throws Exception {
    CognitoUser user =
        pool.add(
            ada()
                .phone("+4912345678", false)
                .group("staff")
                .group("managers")
                .attribute("custom:tenantId", "acme"));
    String token = pool.signIn("ada", PASSWORD).authenticationResult().idToken();
    JsonNode claims =
        new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    assertThat(claims.path("sub").textValue()).isEqualTo(user.sub());
    assertThat(claims.path("iss").textValue())
        .isEqualTo("https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Demo12345");
    assertThat(claims.path("aud").textValue()).isEqualTo(CLIENT);
    assertThat(claims.path("token_use").textValue()).isEqualTo("id");
    assertThat(claims.path("cognito:username").textValue()).isEqualTo("ada");
    assertThat(claims.path("cognito:groups")).hasToString("[\"staff\",\"managers\"]");
    assertThat(claims.path("email_verified").isBoolean()).isTrue();
    assertThat(claims.path("email_verified").booleanValue()).isTrue();
    assertThat(claims.path("phone_number_verified").booleanValue()).isFalse();
    assertThat(claims.path("custom:tenantId").textValue()).isEqualTo("acme");
  }

  @Test
  void wrongPasswordAndUnknownUserLookTheSame() {
    pool.add(ada());
    String refusal = "NotAuthorizedException: Incorrect username or password.";
    pool.assertRefused("ada", "wrong").isEqualTo(refusal);
    pool.assertRefused("nobody", PASSWORD).isEqualTo(refusal);
  }

  @Test
  void legacyClientTellsThatTheUserIsUnknown() {
    assertError(() -> pool.signIn(LEGACY, "nobody", null))
        .isEqualTo("UserNotFoundException: User does not exist.");
  }

  @Test
  void unconfirmedUserIsRefusedBeforeThePasswordCheck() {
    pool.add(ada().status(UserStatus.UNCONFIRMED));
    pool.assertRefused("ada", "wrong")
        .isEqualTo("UserNotConfirmedException: User is not confirmed.");
  }

  @Test
  void requiredResetIsToldWhateverThePassword() {
    pool.add(ada().status(UserStatus.RESET_REQUIRED));
    pool.assertRefused("ada", "wrong")
        .isEqualTo("PasswordResetRequiredException: Password reset required for the user");
  }

  @Test
  void resetIsHiddenWhereTheClientHidesIt() {
    pool.add(ada().status(UserStatus.RESET_REQUIRED));
    assertError(() -> pool.signIn(HIDING, "ada", null))
        .isEqualTo("NotAuthorizedException: Incorrect username or password.");
    assertError(() -> pool.signIn(LEGACY, "ada", null)).startsWith("PasswordResetRequired");
  }

  @Test
  void disabledUserIsToldOnlyToWhoKnowsThePassword() {
    pool.add(ada().enabled(false));
    pool.assertRefused("ada", PASSWORD).isEqualTo("NotAuthorizedException: User is disabled.");
    pool.assertRefused("ada", "wrong").endsWith("Incorrect username or password.");
  }

  @Test
  void legacyClientTellsThatTheUserIsDisabledWhateverThePassword() {
    pool.add(ada().password("another").enabled(false));
    assertError(() -> pool.signIn(LEGACY, "ada", null)).endsWith("User is disabled.");
  }

  @Test
  void federatedUserHasNoPassword() {
    pool.add(ada().status(UserStatus.EXTERNAL_PROVIDER));
    pool.assertRefused("ada", PASSWORD)
        .isEqualTo("NotAuthorizedException: Incorrect username or password.");
  }

  @Test
  void expiredTemporaryPasswordIsRefused() {
    pool.add(ada().temporaryPassword(PASSWORD).temporaryPasswordExpired(true));
    pool.assertRefused("ada", PASSWORD)
        .isEqualTo(
            "NotAuthorizedException: Temporary password has expired and must be reset by an"
                + " administrator.");
  }

  @ParameterizedTest
  @CsvSource({
    "ARCHIVED,NotAuthorizedException: User is disabled.",
    "COMPROMISED,NotAuthorizedException: User is disabled."
  })
  void unusableStatusIsRefused(UserStatus status, String refusal) {
    pool.add(ada().status(status));
    pool.assertRefused("ada", PASSWORD).isEqualTo(refusal);
  }

  @Test
  void unknownStatusSignsIn() {
    pool.add(ada().status(UserStatus.UNKNOWN));
    assertThat(pool.signIn("ada", PASSWORD).authenticationResult()).isNotNull();
  }
}
