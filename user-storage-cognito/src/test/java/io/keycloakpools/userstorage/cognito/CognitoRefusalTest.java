package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

final class CognitoRefusalTest {

  static final PasswordCheck REJECTED = new PasswordCheck.Rejected();

  /** Cognito's only error with a server status. */
  private static final String INTERNAL = "InternalErrorException";

  static final PasswordCheck THROTTLED = new PasswordCheck.Throttled(Optional.empty());

  /** Error codes of InitiateAuth and AdminInitiateAuth, and of the layers before them. */
  static Stream<Arguments> codes() {
    return Stream.of(
        Arguments.of("UserNotFoundException", REJECTED),
        Arguments.of("InvalidPasswordException", REJECTED),
        Arguments.of("UserNotConfirmedException", unusable(UnusableReason.UNCONFIRMED)),
        Arguments.of("PasswordResetRequiredException", unusable(UnusableReason.RESET_REQUIRED)),
        denied("UserLambdaValidationException"),
        denied("UserOnHolidayException"),
        denied("UsernameOfTomorrowException"),
        denied("PasswordHistoryPolicyViolationException"),
        Arguments.of("TooManyRequestsException", THROTTLED),
        Arguments.of("TooManyFailedAttemptsException", THROTTLED),
        Arguments.of("LimitExceededException", THROTTLED),
        Arguments.of("ThrottlingException", THROTTLED),
        Arguments.of("Throttling", THROTTLED),
        unavailable("InvalidParameterException"),
        unavailable("ResourceNotFoundException"),
        unavailable("UnexpectedLambdaException"),
        unavailable("InvalidLambdaResponseException"),
        unavailable("ForbiddenException"),
        Arguments.of(INTERNAL, new PasswordCheck.Unavailable(Outage.refused(INTERNAL))),
        unavailable("InvalidUserPoolConfigurationException"),
        unavailable("InvalidSmsRoleAccessPolicyException"),
        unavailable("InvalidSmsRoleTrustRelationshipException"),
        unavailable("InvalidEmailRoleAccessPolicyException"),
        unavailable("MFAMethodNotFoundException"),
        unavailable("UnsupportedOperationException"),
        unavailable("OperationNotEnabledException"),
        unavailable("AccessDeniedException"),
        unavailable("UnrecognizedClientException"),
        unavailable("InvalidSignatureException"),
        unavailable("ExpiredToken"),
        unavailable("ExpiredTokenException"),
        unavailable("ServiceUnavailable"),
        unavailable("UserPoolAddOnNotEnabledException"),
        unavailable("UserPoolTaggingException"),
        unavailable("UserImportInProgressException"),
        unavailable("SomethingNewException"));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void anErrorCodeMeans(String code, PasswordCheck expected) {
    assertThat(CognitoRefusal.of(error(code, "Incorrect username or password.")))
        .isEqualTo(expected);
  }

  static Stream<Arguments> notAuthorizedTexts() {
    PasswordCheck disabled = unusable(UnusableReason.DISABLED);
    PasswordCheck expired = unusable(UnusableReason.TEMPORARY_PASSWORD_EXPIRED);
    PasswordCheck secret =
        new PasswordCheck.Unavailable(Outage.refused("the app client secret is wrong or missing"));
    PasswordCheck denied =
        new PasswordCheck.AccountUnusable(UnusableReason.DENIED, "NotAuthorizedException");
    return Stream.of(
        Arguments.of("Incorrect username or password.", REJECTED),
        Arguments.of("INCORRECT USERNAME OR PASSWORD", REJECTED),
        Arguments.of("User is disabled.", disabled),
        Arguments.of("User is disabled", disabled),
        Arguments.of("Password attempts exceeded", THROTTLED),
        Arguments.of(
            "Temporary password has expired and must be reset by an administrator.", expired),
        Arguments.of("User account has expired, it must be reset by an administrator.", expired),
        Arguments.of("Unable to verify secret hash for client 1example", secret),
        Arguments.of(
            "Client 1example is configured with secret but SECRET_HASH was not received", secret),
        Arguments.of(
            "Client 1example is configured for no secret but SECRET_HASH was received", secret),
        Arguments.of("User not authorized", denied),
        Arguments.of("Something AWS says from tomorrow on", denied),
        Arguments.of("", denied),
        Arguments.of(null, denied));
  }

  @ParameterizedTest
  @MethodSource("notAuthorizedTexts")
  void notAuthorizedMeansWhatItsTextSays(String text, PasswordCheck expected) {
    assertThat(CognitoRefusal.of(error("NotAuthorizedException", text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "Unknown"})
  void anErrorWithoutACodeIsNoAnswer(String code) {
    assertThat(CognitoRefusal.of(error(code, "Incorrect username or password.")))
        .isInstanceOf(PasswordCheck.Unavailable.class);
  }

  @Test
  void anErrorWithoutDetailsIsNoAnswer() {
    assertThat(CognitoRefusal.of(AwsServiceException.builder().statusCode(502).build()))
        .isEqualTo(new PasswordCheck.Unavailable(Outage.down("HTTP 502")));
  }

  @Test
  void anErrorOnTheWayIsNoAnswer() {
    assertThat(CognitoRefusal.of(ApiCallTimeoutException.create(2000)))
        .isEqualTo(new PasswordCheck.Unavailable(Outage.down("ApiCallTimeoutException")));
    assertThat(
            CognitoRefusal.of(
                SdkClientException.create("s3cret", new SocketTimeoutException("s3cret"))))
        .isEqualTo(
            new PasswordCheck.Unavailable(
                Outage.down("SdkClientException: SocketTimeoutException")));
  }

  static PasswordCheck unusable(UnusableReason reason) {
    return new PasswordCheck.AccountUnusable(reason);
  }

  private static Arguments denied(String code) {
    return Arguments.of(code, new PasswordCheck.AccountUnusable(UnusableReason.DENIED, code));
  }

  private static Arguments unavailable(String code) {
    return Arguments.of(code, new PasswordCheck.Unavailable(Outage.refused(code)));
  }

  private static AwsServiceException error(String code, String message) {
    return CognitoIdentityProviderException.builder()
        .statusCode(INTERNAL.equals(code) ? 500 : 400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
        .build();
  }
}
