package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.KEY;
import static io.keycloakpools.simulators.cognito.TestPool.KEY_ID;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static io.keycloakpools.simulators.cognito.TestPool.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

class IamTest {
  private final TestPool pool = TestPool.start();

  @BeforeEach
  void addAda() {
    pool.add(ada());
  }

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  @Test
  void rightSignatureIsAccepted() {
    assertThat(getUser(pool.aws)).isEqualTo("ada");
  }

  @Test
  void requestWithoutSignatureIsRefused() {
    assertError(() -> getUser(pool.anonymous())).startsWith("MissingAuthenticationTokenException");
  }

  @Test
  void signInNeedsNoSignature() {
    assertThat(
            pool.anonymous()
                .initiateAuth(
                    it ->
                        it.authFlow("USER_PASSWORD_AUTH")
                            .clientId(TestPool.CLIENT)
                            .authParameters(
                                Map.of("USERNAME", "ada", "PASSWORD", TestPool.PASSWORD)))
                .authenticationResult())
        .isNotNull();
  }

  @Test
  void unknownAccessKeyIsRefused() {
    assertError(() -> getUser(pool.client("eu-west-1", "AKIAOTHER", KEY)))
        .isEqualTo(
            "UnrecognizedClientException: The security token included in the request is invalid.");
  }

  @Test
  void wrongSecretKeyIsRefused() {
    assertError(() -> getUser(pool.client("eu-west-1", KEY_ID, "wrong")))
        .startsWith("InvalidSignatureException: The request signature we calculated");
  }

  @Test
  void signatureForAnotherRegionIsRefused() {
    assertError(() -> getUser(pool.client("us-east-1", KEY_ID, KEY)))
        .isEqualTo("InvalidSignatureException: Credential should be scoped to a valid region.");
  }

  @Test
  void rotatedKeyIsRefusedAndTheNewOneAccepted() {
    pool.simulator.iam().addAccessKey("AKIANEW", "new-key");
    pool.simulator.iam().removeAccessKey(KEY_ID);
    assertError(() -> getUser(pool.aws)).startsWith("UnrecognizedClientException");
    assertThat(getUser(pool.client("eu-west-1", "AKIANEW", "new-key"))).isEqualTo("ada");
  }

  @Test
  void deniedActionIsRefusedUntilAllowed() {
    pool.simulator.iam().deny(CognitoOperation.ADMIN_GET_USER);
    assertError(() -> getUser(pool.aws))
        .startsWith("AccessDeniedException: User: arn:aws:iam::")
        .contains(
            "is not authorized to perform: cognito-idp:AdminGetUser on resource:"
                + " arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_Demo12345");
    pool.simulator.iam().allow(CognitoOperation.ADMIN_GET_USER);
    assertThat(getUser(pool.aws)).isEqualTo("ada");
  }

  @Test
  void withoutAccessKeyAnySignaturePasses() throws Exception {
    try (TestPool open = TestPool.start()) {
      open.add(ada());
      open.simulator.iam().removeAccessKey(KEY_ID);
      assertThat(getUser(open.client("us-east-1", "AKIAANY", "any"))).isEqualTo("ada");
      assertError(() -> getUser(open.anonymous()))
          .startsWith("MissingAuthenticationTokenException");
    }
  }

  @Test
  void unknownOperationIsRefusedInTheAwsWay() throws Exception {
    HttpResponse<String> answer = post("MakeCoffee", "none");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"__type\":\"UnknownOperationException\"");
    assertThat(answer.headers().firstValue("x-amzn-ErrorType"))
        .hasValue("UnknownOperationException:");
    assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(CognitoAnswers.JSON);
  }

  @Test
  void signatureForAnotherServiceIsRefused() throws Exception {
    String scope = KEY_ID + "/20261121/eu-west-1/s3/aws4_request";
    assertThat(
            post(
                    "AdminGetUser",
                    "AWS4-HMAC-SHA256 Credential="
                        + scope
                        + ", SignedHeaders=host, Signature="
                        + "0".repeat(64))
                .body())
        .contains("InvalidSignatureException", "scoped to correct service: 'cognito-idp'");
  }

  @Test
  void halfASignatureIsRefused() throws Exception {
    assertThat(post("AdminGetUser", "AWS4-HMAC-SHA256 Credential=" + KEY_ID).body())
        .contains("IncompleteSignatureException");
  }

  private HttpResponse<String> post(String operation, String authorization) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(pool.simulator.endpoint())
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String getUser(CognitoIdentityProviderClient client) {
    return client
        .adminGetUser(it -> it.userPoolId("eu-west-1_Demo12345").username("ada"))
        .username();
  }
}
