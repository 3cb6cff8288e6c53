package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ADA;
import static io.keycloakpools.simulators.auth0.TestTenant.CLIENT;
import static io.keycloakpools.simulators.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.simulators.auth0.TestTenant.REALM;
import static io.keycloakpools.simulators.auth0.TestTenant.SECRET;
import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static io.keycloakpools.simulators.auth0.TestTenant.claims;
import static io.keycloakpools.simulators.auth0.TestTenant.client;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.auth0.client.auth.AuthAPI;
import com.auth0.client.mgmt.ManagementApi;
import com.auth0.client.mgmt.ManagementApiBuilder;
import com.auth0.client.mgmt.errors.ForbiddenError;
import com.auth0.client.mgmt.errors.NotFoundError;
import com.auth0.client.mgmt.errors.TooManyRequestsError;
import com.auth0.client.mgmt.jobs.types.CreateExportUsersRequestContent;
import com.auth0.client.mgmt.types.GetJobResponseContent;
import com.auth0.client.mgmt.types.JobFileFormatEnum;
import com.auth0.client.mgmt.types.ListUsersByEmailRequestParameters;
import com.auth0.client.mgmt.types.ListUsersRequestParameters;
import com.auth0.client.mgmt.types.Organization;
import com.auth0.client.mgmt.types.Role;
import com.auth0.client.mgmt.types.SearchEngineVersionsEnum;
import com.auth0.client.mgmt.types.UserResponseSchema;
import com.auth0.exception.APIException;
import com.auth0.exception.Auth0Exception;
import com.auth0.json.auth.TokenHolder;
import com.auth0.net.TokenRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Auth0's own SDK for Java as a client that knows nothing of the simulator. */
class Auth0SdkTest {
  private final TestTenant tenant = TestTenant.start();
  private final String url = tenant.simulator.endpoint().toString();
  private final AuthAPI auth = AuthAPI.newBuilder(url, CLIENT, SECRET).build();
  private final ManagementApi management =
      new ManagementApiBuilder()
          .url(url + "/api/v2")
          .clientCredentials(CLIENT, SECRET)
          .maxRetries(0)
          .build();

  @BeforeEach
  void addAda() {
    tenant.add(
        ada()
            .role("staff")
            .organization("org_acme", "admin")
            .appMetadata(Map.of("plan", "gold"))
            .identity("google-oauth2", "google-oauth2", "11", true));
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void passwordRealmSignsIn() throws Auth0Exception {
    TokenHolder tokens = login(PASSWORD).execute().getBody();
    assertThat(tokens.getScope()).isEqualTo("openid profile email");
    assertThat(tokens.getExpiresIn()).isEqualTo(86_400);
    assertThat(claims(tokens.getIdToken()).path("sub").asText()).isEqualTo(ADA);
    assertThat(auth.userInfo(tokens.getAccessToken()).execute().getBody().getValues())
        .containsEntry("email", "ada@example.com");
  }

  @Test
  void wrongPasswordIsSeenAsInvalidCredentials() {
    APIException error =
        catchThrowableOfType(APIException.class, () -> login("Wrong-Horse-2").execute());
    assertThat(error.isInvalidCredentials()).isTrue();
    assertThat(error.getStatusCode()).isEqualTo(403);
    assertThat(error.getDescription()).isEqualTo("Wrong email or password.");
  }

  @Test
  void secondFactorIsAskedAndVerified() throws Auth0Exception {
    tenant.simulator.users().update(ADA, user -> user.secondFactor(Auth0SecondFactor.OTP));
    APIException error = catchThrowableOfType(APIException.class, () -> login(PASSWORD).execute());
    assertThat(error.isMultifactorRequired()).isTrue();
    String token = (String) error.getValue("mfa_token");
    assertThat(auth.mfaChallengeRequest(token, "otp", null).execute().getBody().getChallengeType())
        .isEqualTo("otp");
    TokenHolder tokens = auth.exchangeMfaOtp(token, "123456".toCharArray()).execute().getBody();
    assertThat(claims(tokens.getIdToken()).path("sub").asText()).isEqualTo(ADA);
  }

  @Test
  void clientCredentialsGetAManagementToken() throws Auth0Exception {
    TokenHolder tokens = auth.requestToken(url + "/api/v2/").execute().getBody();
    assertThat(tokens.getScope()).contains("read:users");
    tenant.simulator.clients().change(client().secret("rotated"));
    APIException error =
        catchThrowableOfType(
            APIException.class, () -> auth.requestToken(url + "/api/v2/").execute());
    assertThat(error.isAccessDenied()).isTrue();
  }

  @Test
  void userIsFoundByIdAndEmail() {
    assertThat(management.users().get(ADA).getEmail()).hasValue("ada@example.com");
    assertThat(
            management
                .users()
                .listUsersByEmail(
                    ListUsersByEmailRequestParameters.builder().email("ada@example.com").build()))
        .singleElement()
        .satisfies(
            user -> {
              assertThat(user.getUserId()).hasValue(ADA);
              assertThat(user.getAppMetadata().orElseThrow()).containsEntry("plan", "gold");
              assertThat(user.getIdentities().orElseThrow()).hasSize(2);
              assertThat(user.getCreatedAt()).isPresent();
            });
    assertThatThrownBy(() -> management.users().get("auth0|nobody"))
        .isInstanceOf(NotFoundError.class)
        .hasMessageContaining("NotFound");
  }

  @Test
  void rolesAndOrganizationsAreListed() {
    assertThat(management.users().roles().list(ADA))
        .extracting(Role::getName)
        .containsExactly(Optional.of("staff"));
    assertThat(management.users().organizations().list(ADA))
        .extracting(Organization::getName)
        .containsExactly(Optional.of("acme"));
    assertThat(management.organizations().members().roles().list("org_acme", ADA))
        .extracting(Role::getName)
        .containsExactly(Optional.of("admin"));
  }

  @Test
  void usersAreSearchedPageByPage() {
    for (int i = 0; i < 5; i++) {
      tenant.add(Auth0User.builder("auth0|" + i).username("user" + i));
    }
    ListUsersRequestParameters found =
        ListUsersRequestParameters.builder()
            .q("username:\"ada\"")
            .searchEngine(SearchEngineVersionsEnum.V3)
            .build();
    assertThat(management.users().list(found).getItems())
        .extracting(UserResponseSchema::getUserId)
        .containsExactly(Optional.of(ADA));
    ListUsersRequestParameters all = ListUsersRequestParameters.builder().perPage(2).build();
    assertThat(management.users().list(all).streamItems()).hasSize(6);
  }

  @Test
  void usersAreExported() {
    String id =
        management
            .jobs()
            .usersExports()
            .create(
                CreateExportUsersRequestContent.builder()
                    .connectionId(Auth0Connection.of(REALM).id())
                    .format(JobFileFormatEnum.JSON)
                    .build())
            .getId();
    assertThat(management.jobs().get(id).getStatus()).isEqualTo("processing");
    GetJobResponseContent done = management.jobs().get(id);
    assertThat(done.getStatus()).isEqualTo("completed");
    assertThat(tenant.get(done.getLocation().orElseThrow()).status()).isEqualTo(200);
  }

  @Test
  void errorsOfTheManagementApiAreUnderstood() {
    tenant.simulator.clients().change(client().managementScopes("read:roles"));
    assertThatThrownBy(() -> management.users().get(ADA)).isInstanceOf(ForbiddenError.class);
    tenant.simulator.rateLimits().management(1, 0.001);
    assertThatThrownBy(() -> management.users().get(ADA)).isInstanceOf(ForbiddenError.class);
    TooManyRequestsError error =
        catchThrowableOfType(TooManyRequestsError.class, () -> management.users().get(ADA));
    assertThat(error.statusCode()).isEqualTo(429);
    assertThat(error.body().toString()).contains("Global limit has been reached");
  }

  private TokenRequest login(String password) {
    return auth.login("ada@example.com", password.toCharArray(), REALM)
        .setScope("openid profile email");
  }
}
