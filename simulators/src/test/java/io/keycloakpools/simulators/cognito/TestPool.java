package io.keycloakpools.simulators.cognito;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

final class TestPool implements AutoCloseable {
  static final String CLIENT = "demo-client";
  static final String PASSWORD = "Correct-Horse-1";
  static final String KEY_ID = "AKIATEST";
  static final String KEY = "test-secret-key";

  final CognitoSimulator simulator;
  final CognitoIdentityProviderClient aws;
  private final List<AutoCloseable> clients = new ArrayList<>();

  private TestPool(CognitoSimulator simulator) {
    this.simulator = simulator.start();
    this.aws = client("eu-west-1", KEY_ID, KEY);
  }

  static TestPool start() {
    return start(settings -> {});
  }

  static TestPool start(Consumer<CognitoSimulatorBuilder> settings) {
    CognitoSimulatorBuilder builder =
        CognitoSimulator.builder()
            .client(AppClient.of(CLIENT).flows(CognitoAuthFlow.values()))
            .accessKey(KEY_ID, KEY);
    settings.accept(builder);
    return new TestPool(builder.build());
  }

  static CognitoUser.Builder ada() {
    return CognitoUser.builder("ada").password(PASSWORD).email("ada@example.com", true);
  }

  CognitoUser add(CognitoUser.Builder user) {
    return simulator.users().add(user.build());
  }

  CognitoIdentityProviderClient client(String region, String keyId, String key) {
    return client(region, StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, key)));
  }

  CognitoIdentityProviderClient anonymous() {
    return client("eu-west-1", AnonymousCredentialsProvider.create());
  }

  private CognitoIdentityProviderClient client(String region, AwsCredentialsProvider credentials) {
    CognitoIdentityProviderClient client =
        CognitoIdentityProviderClient.builder()
            .endpointOverride(simulator.endpoint())
            .region(Region.of(region))
            .credentialsProvider(credentials)
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(20)))
            .overrideConfiguration(
                config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
    clients.add(client);
    return client;
  }

  InitiateAuthResponse signIn(String username, String password) {
    return aws.initiateAuth(
        request ->
            request
                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .clientId(CLIENT)
                .authParameters(Map.of("USERNAME", username, "PASSWORD", password)));
  }

  InitiateAuthResponse signIn(AppClient client, String username, String secretHash) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("USERNAME", username);
    parameters.put("PASSWORD", PASSWORD);
    if (secretHash != null) {
      parameters.put("SECRET_HASH", secretHash);
    }
    return aws.initiateAuth(
        request ->
            request
                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                .clientId(client.id())
                .authParameters(parameters));
  }

  AbstractStringAssert<?> assertRefused(String username, String password) {
    return assertError(() -> signIn(username, password));
  }

  static AbstractStringAssert<?> assertError(ThrowingCallable call) {
    AwsServiceException error = catchThrowableOfType(AwsServiceException.class, call);
    Assertions.assertThat(error).as("an AWS error").isNotNull();
    return Assertions.assertThat(
        error.awsErrorDetails().errorCode() + ": " + error.awsErrorDetails().errorMessage());
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : clients) {
      each.close();
    }
    simulator.close();
  }
}
