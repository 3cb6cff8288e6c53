package io.keycloakpools.simulators.cognito;

import static io.keycloakpools.simulators.cognito.TestPool.PASSWORD;
import static io.keycloakpools.simulators.cognito.TestPool.ada;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.simulators.Requests;
import java.net.URI;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

class LifecycleTest {
  private static final String POOL = "eu-west-1_Demo12345";

  private final TestPool pool = TestPool.start();
  private final SimulatedCognitoUsers users = pool.simulator.users();

  @AfterEach
  void close() throws Exception {
    pool.close();
  }

  @Test
  void stoppedSimulatorRefusesConnectionsAndComesBackOnItsPort() {
    pool.add(ada());
    pool.signIn("ada", PASSWORD);
    URI endpoint = pool.simulator.endpoint();
    for (int i = 0; i < 3; i++) {
      pool.simulator.stop();
      assertThatThrownBy(() -> pool.signIn("ada", PASSWORD)).isInstanceOf(SdkClientException.class);
      assertThat(pool.simulator.start().endpoint()).isEqualTo(endpoint);
      assertThat(pool.signIn("ada", PASSWORD).authenticationResult()).isNotNull();
    }
    assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void usersChangeAtRunTime() {
    CognitoUser first = pool.add(ada());
    users.setPassword("ada", "Brand-New-2");
    pool.assertRefused("ada", PASSWORD).startsWith("NotAuthorizedException");
    users.setGroups("ada", "staff", "managers");
    users.setAttribute("ada", "email", "countess@example.com");
    users.disable("ada");
    pool.assertRefused("ada", "Brand-New-2").endsWith("User is disabled.");
    users.enable("ada");
    assertThat(pool.signIn("ada", "Brand-New-2").authenticationResult()).isNotNull();
    CognitoUser second = users.recreate("ada");
    assertThat(second.sub()).isNotEqualTo(first.sub());
    assertThat(second.groups()).containsExactly("staff", "managers");
    users.delete("ada");
    pool.assertRefused("ada", "Brand-New-2").startsWith("NotAuthorizedException");
    assertThatThrownBy(() -> users.delete("ada")).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void requestsAreRecordedWithoutThePassword() {
    pool.add(ada());
    pool.aws.initiateAuth(
        it ->
            it.authFlow("USER_PASSWORD_AUTH")
                .clientId(TestPool.CLIENT)
                .authParameters(Map.of("USERNAME", "ada", "PASSWORD", PASSWORD))
                .userContextData(context -> context.ipAddress("203.0.113.9")));
    pool.aws.adminGetUser(it -> it.userPoolId(POOL).username("ada"));
    pool.aws.listUsers(it -> it.userPoolId(POOL).filter("username = \"ada\""));
    Requests<CognitoOperation, RecordedCognitoRequest> requests = pool.simulator.requests();
    assertThat(requests.all())
        .extracting(RecordedCognitoRequest::operation)
        .containsExactly("InitiateAuth", "AdminGetUser", "ListUsers");
    assertThat(requests.of(CognitoOperation.INITIATE_AUTH).get(0).ipAddress())
        .hasValue("203.0.113.9");
    assertThat(requests.of(CognitoOperation.INITIATE_AUTH).get(0).username()).hasValue("ada");
    assertThat(requests.of(CognitoOperation.LIST_USERS).get(0).filter())
        .hasValue("username = \"ada\"");
    assertThat(requests.all().toString()).doesNotContain(PASSWORD);
    requests.reset();
    assertThat(requests.count()).isZero();
  }

  @Test
  void adminContextDataIsRecorded() {
    pool.add(ada());
    pool.aws.adminInitiateAuth(
        it ->
            it.authFlow("ADMIN_USER_PASSWORD_AUTH")
                .userPoolId(POOL)
                .clientId(TestPool.CLIENT)
                .authParameters(Map.of("USERNAME", "ada", "PASSWORD", PASSWORD))
                .contextData(
                    context -> context.ipAddress("203.0.113.9").serverName("x").serverPath("/")));
    assertThat(pool.simulator.requests().all().get(0).ipAddress()).hasValue("203.0.113.9");
  }

  @Test
  void adminOperationsChangeTheUser() {
    pool.add(ada());
    pool.aws.adminDisableUser(it -> it.userPoolId(POOL).username("ada"));
    assertThat(users.find("ada").orElseThrow().enabled()).isFalse();
    pool.aws.adminEnableUser(it -> it.userPoolId(POOL).username("ada"));
    pool.aws.adminSetUserPassword(
        it -> it.userPoolId(POOL).username("ada").password("Temporary-4").permanent(false));
    assertThat(pool.signIn("ada", "Temporary-4").challengeNameAsString())
        .isEqualTo("NEW_PASSWORD_REQUIRED");
    pool.aws.adminSetUserPassword(
        it -> it.userPoolId(POOL).username("ada").password("Permanent-5").permanent(true));
    assertThat(pool.signIn("ada", "Permanent-5").authenticationResult()).isNotNull();
  }

  @Test
  void newEmailIsUnverifiedAndBlankValueDeletes() {
    pool.add(ada().attribute("nickname", "countess"));
    pool.aws.adminUpdateUserAttributes(
        it ->
            it.userPoolId(POOL)
                .username("ada")
                .userAttributes(attribute("email", "new@example.com"), attribute("nickname", "")));
    assertThat(users.find("ada").orElseThrow().attributes())
        .containsEntry("email", "new@example.com")
        .containsEntry("email_verified", "false")
        .doesNotContainKey("nickname");
  }

  private static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }
}
