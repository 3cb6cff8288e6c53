package io.keycloakpools.userstorage.cognito;

import io.keycloakpools.userstorage.adapter.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminInitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

final class InitiateAuth {

  /**
   * @param result null for a challenge
   * @param challenge possibly unknown to this SDK; null for tokens
   */
  record Answer(AuthenticationResultType result, String challenge) {}

  private final CognitoIdentityProviderClient client;
  private final CognitoSettings settings;

  InitiateAuth(CognitoIdentityProviderClient client, CognitoSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /**
   * @throws software.amazon.awssdk.core.exception.SdkException when Cognito refuses or is
   *     unreachable
   */
  Answer send(String username, String password, Optional<String> clientIp, Deadline deadline) {
    return switch (settings.authFlow()) {
      case USER_PASSWORD_AUTH -> asUser(username, password, clientIp, deadline);
      case ADMIN_USER_PASSWORD_AUTH -> asAdmin(username, password, clientIp, deadline);
    };
  }

  /** Cognito takes the address only if the app client accepts additional user context data. */
  private Answer asUser(
      String username, String password, Optional<String> clientIp, Deadline deadline) {
    InitiateAuthRequest.Builder request =
        InitiateAuthRequest.builder()
            .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
            .clientId(settings.clientId())
            .authParameters(parameters(username, password))
            .overrideConfiguration(CallTimeout.at(deadline));
    clientIp.ifPresent(ip -> request.userContextData(data -> data.ipAddress(ip)));
    InitiateAuthResponse answer = client.initiateAuth(request.build());
    return new Answer(answer.authenticationResult(), answer.challengeNameAsString());
  }

  private Answer asAdmin(
      String username, String password, Optional<String> clientIp, Deadline deadline) {
    AdminInitiateAuthRequest.Builder request =
        AdminInitiateAuthRequest.builder()
            .authFlow(AuthFlowType.ADMIN_USER_PASSWORD_AUTH)
            .userPoolId(settings.userPoolId())
            .clientId(settings.clientId())
            .authParameters(parameters(username, password))
            .overrideConfiguration(CallTimeout.at(deadline));
    clientIp.ifPresent(
        ip ->
            request.contextData(
                data ->
                    data.ipAddress(ip)
                        .serverName("keycloak")
                        .serverPath("/")
                        .httpHeaders(List.of())));
    AdminInitiateAuthResponse answer = client.adminInitiateAuth(request.build());
    return new Answer(answer.authenticationResult(), answer.challengeNameAsString());
  }

  private Map<String, String> parameters(String username, String password) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("USERNAME", username);
    parameters.put("PASSWORD", password);
    settings
        .clientSecret()
        .ifPresent(
            secret ->
                parameters.put(
                    "SECRET_HASH", SecretHash.of(username, settings.clientId(), secret)));
    return parameters;
  }
}
