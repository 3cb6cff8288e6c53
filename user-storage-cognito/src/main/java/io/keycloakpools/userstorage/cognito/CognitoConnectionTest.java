package io.keycloakpools.userstorage.cognito;

import static io.keycloakpools.userstorage.cognito.CognitoProperties.ACCESS_KEY_ID;
import static io.keycloakpools.userstorage.cognito.CognitoProperties.AUTH_FLOW;
import static io.keycloakpools.userstorage.cognito.CognitoProperties.CLIENT_ID;
import static io.keycloakpools.userstorage.cognito.CognitoProperties.CLIENT_SECRET;
import static io.keycloakpools.userstorage.cognito.CognitoProperties.ENDPOINT;
import static io.keycloakpools.userstorage.cognito.CognitoProperties.REGION;
import static io.keycloakpools.userstorage.cognito.CognitoProperties.USER_POOL_ID;

import io.keycloakpools.common.settings.Setting;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Makes the calls of a sign-in for a user who does not exist. */
final class CognitoConnectionTest {

  private static final Set<String> BAD_KEYS =
      Set.of(
          "UnrecognizedClientException",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "SignatureDoesNotMatch",
          "MissingAuthenticationTokenException",
          "IncompleteSignatureException",
          "ExpiredTokenException",
          "ExpiredToken");

  private final CognitoIdentityProviderClient client;
  private final CognitoSettings settings;
  private final InitiateAuth initiateAuth;
  private final Duration timeout;

  CognitoConnectionTest(
      CognitoIdentityProviderClient client,
      CognitoSettings settings,
      InitiateAuth initiateAuth,
      Duration timeout) {
    this.client = client;
    this.settings = settings;
    this.initiateAuth = initiateAuth;
    this.timeout = timeout;
  }

  ConnectionTest run() {
    return readCalls()
        .or(this::signIn)
        .<ConnectionTest>map(ConnectionTest.Fails::new)
        .orElseGet(ConnectionTest.Works::new);
  }

  /** Unlike a sign-in, these calls run no trigger. */
  Optional<SettingProblem> readCalls() {
    return attempt("AdminGetUser", this::getUser)
        .or(() -> attempt("AdminListGroupsForUser", this::listGroups))
        .or(() -> attempt("ListUsers", this::listUsers));
  }

  private void getUser() {
    client.adminGetUser(
        request ->
            request
                .userPoolId(settings.userPoolId())
                .username(unknownName())
                .overrideConfiguration(CallTimeout.at(Deadline.in(timeout))));
  }

  private void listGroups() {
    client.adminListGroupsForUser(
        request ->
            request
                .userPoolId(settings.userPoolId())
                .username(unknownName())
                .overrideConfiguration(CallTimeout.at(Deadline.in(timeout))));
  }

  private void listUsers() {
    client.listUsers(
        request ->
            request
                .userPoolId(settings.userPoolId())
                .limit(1)
                .overrideConfiguration(CallTimeout.at(Deadline.in(timeout))));
  }

  private Optional<SettingProblem> attempt(String action, Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (SdkException e) {
      return isUserNotFound(e) ? Optional.empty() : Optional.of(problem(action, e));
    }
  }

  private Optional<SettingProblem> signIn() {
    try {
      initiateAuth.send(
          unknownName(), UUID.randomUUID().toString(), Optional.empty(), Deadline.in(timeout));
      return Optional.empty();
    } catch (SdkException e) {
      return signInProblem(e);
    }
  }

  private Optional<SettingProblem> signInProblem(SdkException e) {
    if (SdkFailures.hasCode(e, "ResourceNotFoundException")) {
      return Optional.of(CLIENT_ID.problem("cognitoNoClient", settings.clientId()));
    }
    if (SdkFailures.hasCode(e, "InvalidParameterException")) {
      return Optional.of(AUTH_FLOW.problem("cognitoFlowOff", "ALLOW_" + settings.authFlow()));
    }
    if (SdkFailures.hasCode(e, "NotAuthorizedException")
        && SdkFailures.isAboutSecretHash(
            String.valueOf(((AwsServiceException) e).awsErrorDetails().errorMessage()))) {
      return Optional.of(CLIENT_SECRET.problem("cognitoSecret", settings.clientId()));
    }
    boolean conclusive = !(CognitoRefusal.of(e) instanceof PasswordCheck.Unavailable);
    return conclusive ? Optional.empty() : Optional.of(problem(settings.authFlow().action(), e));
  }

  private SettingProblem problem(String action, SdkException e) {
    String code = SdkFailures.describe(e);
    if (e instanceof SdkClientException) {
      return unreachable(e, code);
    }
    if (BAD_KEYS.contains(code)) {
      return ACCESS_KEY_ID.problem("cognitoKeys", code);
    }
    if ("AccessDeniedException".equals(code)) {
      return ACCESS_KEY_ID.problem("cognitoPermission", action);
    }
    if ("ResourceNotFoundException".equals(code)) {
      return USER_POOL_ID.problem("cognitoNoPool", settings.userPoolId(), settings.region().id());
    }
    return field().problem("cognitoUnusable", action, code);
  }

  /** The SDK has no exception type for missing credentials, only a message. */
  private SettingProblem unreachable(SdkException e, String code) {
    return String.valueOf(e.getMessage()).contains("Unable to load credentials")
        ? ACCESS_KEY_ID.problem("cognitoNoCredentials")
        : field()
            .problem(
                "cognitoUnreachable",
                settings
                    .endpoint()
                    .map(Object::toString)
                    .orElse("cognito-idp." + settings.region().id() + ".amazonaws.com"),
                code);
  }

  private Setting<?> field() {
    return settings.endpoint().isPresent() ? ENDPOINT : REGION;
  }

  private static String unknownName() {
    return "keycloak-pools-" + UUID.randomUUID();
  }

  private static boolean isUserNotFound(SdkException e) {
    return SdkFailures.hasCode(e, "UserNotFoundException");
  }
}
