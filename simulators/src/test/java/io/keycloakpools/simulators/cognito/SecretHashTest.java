package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static io.keycloakpools.simulators.cognito.TestPool.assertError;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecretHashTest {
  private static final AppClient SECRET =
      AppClient.of("1example23456789")
          .secret("topsecret")
          .flows(CognitoAuthFlow.USER_PASSWORD_AUTH);

  private final TestPool pool = TestPool.start(settings -> settings.client(SECRET));

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  @Test
  void hashIsTheDocumentedOne() {
    assertThat(CognitoSecretHash.of("mytestuser", "1example23456789", "topsecret"))
        .isEqualTo("PBhUf7/vun15cmcjMZrucuxxKyn58IwZEUCvyeo9P8o=");
  }

  @Test
  void rightSecretHashSignsIn() {
    pool.add(CognitoUser.builder("mytestuser").password(TestPool.PASSWORD));
    assertThat(
            pool.signIn(SECRET, "mytestuser", "PBhUf7/vun15cmcjMZrucuxxKyn58IwZEUCvyeo9P8o=")
                .authenticationResult())
        .isNotNull();
  }

  @Test
  void wrongSecretHashIsRefusedBeforeTheUserIsLookedUp() {
    assertError(() -> pool.signIn(SECRET, "nobody", "wrong"))
        .isEqualTo(
            "NotAuthorizedException: Unable to verify secret hash for client 1example23456789");
  }

  @Test
  void missingSecretHashIsRefused() {
    assertError(() -> pool.signIn(SECRET, "ada", null))
        .isEqualTo(
            "NotAuthorizedException: Client 1example23456789 is configured with secret but"
                + " SECRET_HASH was not received");
  }

  @Test
  void secretHashForClientWithoutSecretIsRefused() {
    pool.add(ada());
    assertError(() -> pool.signIn(AppClient.of(TestPool.CLIENT), "ada", "any"))
        .isEqualTo(
            "NotAuthorizedException: Client demo-client is configured for no secret but"
                + " SECRET_HASH was received");
  }

  @Test
  void hashCoversTheNameAsSent() {
    pool.add(CognitoUser.builder("Ada").password(TestPool.PASSWORD));
    assertThat(
            pool.signIn(SECRET, "ADA", CognitoSecretHash.of("ADA", SECRET.id(), "topsecret"))
                .authenticationResult())
        .isNotNull();
  }

  @Test
  void secretsStayOutOfStrings() {
    assertThat(SECRET.toString()).doesNotContain("topsecret");
    assertThat(ada().build().toString()).doesNotContain(TestPool.PASSWORD);
  }
}
