package io.keycloakpools.userstorage.cognito;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/**
 * One attempt a call: a retry would count as a second failed sign-in, and the SDK's take up to 3.4
 * s. Trust and proxy come from the JVM ({@code org.keycloak.truststore.TruststoreBuilder}).
 */
final class CognitoClients {

  private CognitoClients() {}

  static CognitoIdentityProviderClient open(CognitoSettings settings) {
    var builder =
        CognitoIdentityProviderClient.builder()
            .region(settings.region())
            .credentialsProvider(credentials(settings))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(
                configuration ->
                    configuration
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(new AnswerSizeLimit()));
    settings.endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private static AwsCredentialsProvider credentials(CognitoSettings settings) {
    return settings
        .keys()
        .map(keys -> AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey()))
        .<AwsCredentialsProvider>map(StaticCredentialsProvider::create)
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }
}
