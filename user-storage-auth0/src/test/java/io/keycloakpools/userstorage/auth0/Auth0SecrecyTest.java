package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.SECRET;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static io.keycloakpools.userstorage.auth0.TestTenant.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.EverythingLogged;
import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No answer and no log contains a secret, even at the most verbose level. */
final class Auth0SecrecyTest {

  private static final String PASSWORD = "Pa55word-nobody-may-see";
  private static final String OTHER = "Other-w0rd-nobody-may-see";
  private static final String TOKEN = "t0k3n-nobody-may-see";

  private final EverythingLogged log = EverythingLogged.below(Logger.getLogger(""));
  private TestTenant tenant;
  private Auth0User ada;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    ada = tenant.add(ada().password(PASSWORD));
  }

  @AfterEach
  void stop() {
    log.close();
    tenant.close();
  }

  @Test
  void noLogHoldsASecret() throws IOException {
    Directory directory = tenant.directory();
    use(directory);
    tenant.simulator().faults().onNext(2, Auth0Faults.internalError());
    use(directory);
    tenant.simulator().faults().onNext(1, Fault.connectionReset());
    use(directory);
    tenant.simulator().tokens().revokeAll();
    use(directory);
    tenant.simulator().faults().on(Auth0Operation.PASSWORD_TOKEN, tokens());
    use(directory);
    tenant.simulator().faults().onAll(Fault.hang());
    tenant.directory(Duration.ofMillis(200)).checkPassword(attempt(ada, PASSWORD));
    tenant.simulator().faults().clear();

    String text = log.text();
    assertThat(text).as("the logs arrive here").contains("org.apache.http.impl.conn.");
    assertThat(text).doesNotContain("org.apache.http.wire: ", "org.apache.http.headers: ");
    assertNoSecret(text);
    somebodyElseUsesTheClient();
    assertThat(log.text())
        .as("the wire is logged")
        .contains("org.apache.http.wire: ", "org.apache.http.headers: ", "somebody-elses-header");
  }

  @Test
  void noAnswerHoldsASecret() {
    PasswordAttempt attempt = attempt(ada, PASSWORD);
    StringBuilder answers = new StringBuilder().append(attempt);

    answers.append(tenant.directory().checkPassword(attempt));
    answers.append(tenant.directory().checkPassword(attempt(ada, OTHER)));
    answers.append(tenant.directory(Map.of("clientSecret", TOKEN)).checkPassword(attempt));
    answers.append(tenant.directory(Map.of("clientSecret", TOKEN)).test());
    for (Fault fault :
        new Fault[] {
          tokens(),
          Auth0Faults.oauth(403, "invalid_grant", "Bad password " + PASSWORD),
          Auth0Faults.oauth(403, PASSWORD, PASSWORD),
          Auth0Faults.oauth(401, "access_denied", "Denied with " + PASSWORD + SECRET),
          Auth0Faults.management(403, "Insufficient scope " + TOKEN, "insufficient_scope"),
          Auth0Faults.management(400, "Bad header Bearer " + TOKEN, PASSWORD),
          Fault.http(500, "text/html", PASSWORD + SECRET + TOKEN),
          Fault.http(200, "text/html", PASSWORD + SECRET + TOKEN),
          Fault.truncatedJson(),
          Fault.connectionReset()
        }) {
      tenant.simulator().faults().clear();
      tenant.simulator().faults().onAll(fault);
      Directory directory = tenant.directory();
      answers.append(directory.checkPassword(attempt)).append(directory.test());
      answers.append(directory.findByUsername("ada"));
      answers.append(directory.findByEmail("ada@example.com"));
      answers.append(directory.findByExternalId(ada.userId(), ada.userId()));
      answers.append(directory.listUsers(Optional.empty(), 10));
    }

    assertNoSecret(answers.toString());
  }

  private void use(Directory directory) {
    directory.checkPassword(attempt(ada, PASSWORD));
    directory.checkPassword(attempt(ada, OTHER));
    directory.findByUsername("ada");
    directory.findByEmail("Ada@example.com");
    directory.listUsers(Optional.empty(), 10);
    directory.test();
  }

  /** Tokens in Auth0's format, each with a recognizable text. */
  private static Fault tokens() {
    return Fault.http(
        200,
        "application/json",
        "{\"access_token\":\"%s\",\"id_token\":\"e30.%s.x\",\"refresh_token\":\"%s\"}"
            .formatted(TOKEN, TOKEN, TOKEN));
  }

  private void somebodyElseUsesTheClient() throws IOException {
    try (CloseableHttpClient client = HttpClients.createDefault()) {
      HttpGet request = new HttpGet(tenant.simulator().endpoint());
      request.setHeader("X-Test", "somebody-elses-header");
      try (CloseableHttpResponse response = client.execute(request)) {
        assertThat(response.getStatusLine().getStatusCode()).isEqualTo(404);
      }
    }
  }

  private void assertNoSecret(String text) {
    assertThat(text).doesNotContain(PASSWORD, OTHER, SECRET, TOKEN);
    assertThat(managementTokens()).allSatisfy(token -> assertThat(text).doesNotContain(token));
  }

  private List<String> managementTokens() {
    List<String> tokens =
        tenant.sent().stream()
            .flatMap(request -> Arrays.stream(request.getHeaders("Authorization")))
            .map(header -> header.getValue().substring("Bearer ".length()))
            .distinct()
            .toList();
    assertThat(tokens).isNotEmpty();
    return tokens;
  }
}
