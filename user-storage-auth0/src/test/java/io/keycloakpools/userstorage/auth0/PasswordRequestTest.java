package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.CLIENT_ID;
import static io.keycloakpools.userstorage.auth0.TestTenant.CLIENT_IP;
import static io.keycloakpools.userstorage.auth0.TestTenant.CONNECTION;
import static io.keycloakpools.userstorage.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.userstorage.auth0.TestTenant.SECRET;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.RecordedAuth0Request;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.NameValuePair;
import org.apache.http.client.utils.URLEncodedUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PasswordRequestTest {

  private TestTenant tenant;
  private Auth0User ada;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    ada = tenant.add(ada());
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  /** "Client Secret (Post)"; Auth0 refuses two ways to authenticate at once. */
  @Test
  void isAsAuth0WantsIt() throws IOException {
    tenant.check(ada, PASSWORD);
    HttpRequest request = passwordRequest();

    assertThat(fields(request))
        .isEqualTo(
            Map.of(
                "grant_type", "http://auth0.com/oauth/grant-type/password-realm",
                "client_id", CLIENT_ID,
                "client_secret", SECRET,
                "realm", CONNECTION,
                "username", "ada",
                "password", PASSWORD,
                "scope", "openid email"));
    assertThat(request.getHeaders("Authorization")).isEmpty();
    assertThat(request.getRequestLine().getUri()).isEqualTo("/oauth/token");
  }

  @Test
  void namesTheAddressOfThePerson() {
    tenant.check(ada, PASSWORD);

    assertThat(tenant.passwordChecks())
        .singleElement()
        .returns(Optional.of(CLIENT_IP), RecordedAuth0Request::forwardedFor);
  }

  @Test
  void namesNoAddressIfNoneIsKnownOrWanted() {
    tenant.directory(Map.of("forwardClientIp", "false")).checkPassword(attempt(ada, PASSWORD));
    tenant.directory().checkPassword(new PasswordAttempt(ADA, "ada", PASSWORD, Optional.empty()));

    assertThat(tenant.passwordChecks())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.forwardedFor()).isEmpty());
  }

  /** Brute-force protection blocks the person's address instead of this server's. */
  @Test
  void countsForTheAddressThatWasForwarded() {
    tenant.simulator().bruteForce().attempts(2);
    tenant.check(ada, "wrong");
    tenant.check(ada, "wrong");

    assertThat(tenant.check(ada, PASSWORD))
        .isEqualTo(new PasswordCheck.AccountUnusable(UnusableReason.TOO_MANY_ATTEMPTS));
    assertThat(
            tenant
                .directory()
                .checkPassword(new PasswordAttempt(ADA, "ada", PASSWORD, Optional.of("192.0.2.8"))))
        .isInstanceOf(PasswordCheck.Accepted.class);
  }

  private HttpRequest passwordRequest() throws IOException {
    for (HttpRequest request : tenant.sent()) {
      if (fields(request).containsKey("password")) {
        return request;
      }
    }
    throw new AssertionError(tenant.sent());
  }

  private static Map<String, String> fields(HttpRequest request) throws IOException {
    List<NameValuePair> pairs =
        request instanceof HttpEntityEnclosingRequest post
            ? URLEncodedUtils.parse(post.getEntity())
            : List.of();
    return pairs.stream()
        .collect(Collectors.toMap(NameValuePair::getName, NameValuePair::getValue));
  }
}
