package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.it.Mailbox;
import io.keycloakpools.it.RunningKeycloak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Keycloak's other registration steps hold on a pool's page. */
@ExtendWith(RunningKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistrationStepsIT {

  private static final String EXECUTIONS =
      "/authentication/flows/" + JsonHttp.encode(SignUpRealm.FLOW) + "/executions";

  private SignUpRealm realm;

  @BeforeAll
  void open(AdminApi admin) {
    realm = SignUpRealm.create(admin);
  }

  @AfterAll
  void close() {
    realm.close();
  }

  @Test
  void termsAreAcceptedOnTheSamePage() {
    JsonNode step = step("Terms and conditions", "REQUIRED");
    try {
      Page page = new Browser(realm.web()).register();
      assertThat(page.asks("termsAccepted")).isTrue();

      Page again = page.submit(SignUpRealm.complete("tom"));
      assertThat(again.html().select("#input-error-terms-accepted").text())
          .contains("You must agree to our terms");
      assertThat(again.fields()).containsEntry("username", "tom").containsEntry("contact", "mail");
      assertThat(realm.realm().users().byUsername("tom")).isEmpty();

      Map<String, String> accepted = SignUpRealm.complete("tom");
      accepted.put("termsAccepted", "on");
      assertThat(again.submit(accepted).outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
      assertThat(user("tom").getFederationLink()).isEqualTo(realm.pool());
    } finally {
      step(step, "DISABLED");
    }
  }

  @Test
  void whoIsNoRobotSaysSoOnTheSamePage() {
    JsonNode step = step("reCAPTCHA", "REQUIRED");
    realm
        .realm()
        .rest()
        .post(
            "/authentication/executions/" + step.path("id").asText() + "/config",
            Map.of(
                "alias",
                "robots",
                "config",
                Map.of("site.key", "the-site-key", "secret.key", "the-secret")))
        .expectDone();
    try {
      Page page = new Browser(realm.web()).register();
      assertThat(page.html().select(".g-recaptcha").attr("data-sitekey")).isEqualTo("the-site-key");
      assertThat(page.html().select("script[src*=/recaptcha/api.js]")).isNotEmpty();

      Page again = page.submit(SignUpRealm.complete("robot"));

      assertThat(again.alert()).contains("Invalid Recaptcha");
      assertThat(again.fields()).containsEntry("username", "robot").containsEntry("password", "");
      assertThat(realm.realm().users().byUsername("robot")).isEmpty();
      assertThat(realm.realm().events().last("REGISTER_ERROR").error())
          .isEqualTo("invalid_registration");
    } finally {
      step(step, "DISABLED");
    }
  }

  @Test
  void theEmailAddressIsTheUsernameWhereTheRealmSaysSo() {
    realm.realm().change(Map.of("registrationEmailAsUsername", true)).expectDone();
    try {
      Page page = new Browser(realm.web()).register();
      List<String> fields = new ArrayList<>(page.fields().keySet());
      assertThat(fields).doesNotContain("username").startsWith("email", "password");

      Map<String, String> values = SignUpRealm.complete("Emma");
      values.remove("username");
      assertThat(page.submit(values).outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
      UserRepresentation emma = user("emma@example.org");
      assertThat(emma.getEmail()).isEqualTo("emma@example.org");
      assertThat(emma.getFederationLink()).isEqualTo(realm.pool());

      assertThat(new Browser(realm.web()).register().submit(values).fieldError("email"))
          .contains("Email already exists.");
    } finally {
      realm.realm().change(Map.of("registrationEmailAsUsername", false)).expectDone();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"keycloak", "base"})
  void thePageIsDrawnInTheLoginThemeOfTheRealm(String theme) {
    realm.realm().change(Map.of("loginTheme", theme)).expectDone();
    try {
      Page page = new Browser(realm.web()).register();
      assertThat(page.title()).isEqualTo("Join the club");
      assertThat(page.asks("contact")).isTrue();
      assertThat(page.asks("address.locality")).isTrue();

      Map<String, String> values = SignUpRealm.complete("theo-" + theme);
      values.put("children", "77");
      Page again = page.submit(values);
      assertThat(again.fieldError("children")).contains("Please enter 30 or less.");

      values.put("children", "1");
      assertThat(again.submit(values).outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
      assertThat(user("theo-" + theme).getFederationLink()).isEqualTo(realm.pool());
    } finally {
      realm.realm().change(Map.of("loginTheme", "")).expectDone();
    }
  }

  /** Keycloak sends invited people to the client {@code account}. */
  @Test
  void whoIsInvitedIntoAnOrganizationRegistersInThePoolOfTheAccountConsole() throws Exception {
    realm.realm().organizations().enable().expectDone();
    String acme = realm.realm().organizations().create("acme").id();
    clients("web", "account");
    try (Mailbox mail = Mailbox.of(realm.realm())) {
      realm.realm().organizations().invite(acme, "iris@acme.example.org").expectDone();
      Page page = new Browser(realm.web()).get(mail.invitation());
      assertThat(page.asks("contact")).isTrue();
      assertThat(page.fields()).containsEntry("email", "iris@acme.example.org");

      Map<String, String> values = SignUpRealm.complete("iris");
      Page refused = page.submit(values);
      assertThat(refused.error()).as("another address").isPresent();
      assertThat(realm.realm().users().byUsername("iris")).isEmpty();

      values.put("email", "iris@acme.example.org");
      Page unused = refused.submit(values);

      UserRepresentation iris = user("iris");
      assertThat(iris.getFederationLink()).isEqualTo(realm.pool());
      assertThat(iris.getAttributes()).containsEntry("contact", List.of("mail"));
      assertThat(realm.realm().organizations().ofUser(iris.getId())).containsExactly("acme");
    } finally {
      clients("web");
      realm.realm().change(Map.of("organizationsEnabled", false)).expectDone();
    }
  }

  @Test
  void whoIsInvitedWhereNoPoolServesTheAccountConsoleDoesNotRegister() throws Exception {
    realm.realm().organizations().enable().expectDone();
    String acme = realm.realm().organizations().create("umbrella").id();
    try (Mailbox mail = Mailbox.of(realm.realm())) {
      realm.realm().organizations().invite(acme, "ivan@acme.example.org").expectDone();

      Page page = new Browser(realm.web()).get(mail.invitation());

      assertThat(page.status()).isEqualTo(400);
      assertThat(page.error().orElse("")).contains("You cannot get an account");
    } finally {
      realm.realm().change(Map.of("organizationsEnabled", false)).expectDone();
    }
  }

  private void clients(String... clients) {
    realm
        .realm()
        .components()
        .change(realm.pool(), Map.of("clients", List.of(clients)))
        .expectDone();
  }

  private UserRepresentation user(String name) {
    return realm.realm().users().byUsername(name).orElseThrow();
  }

  private JsonNode step(String name, String requirement) {
    JsonNode step =
        realm
            .realm()
            .rest()
            .read(EXECUTIONS)
            .valueStream()
            .filter(each -> each.path("displayName").asText().equals(name))
            .findFirst()
            .orElseThrow();
    step(step, requirement);
    return step;
  }

  private void step(JsonNode step, String requirement) {
    ObjectNode changed = step.deepCopy();
    changed.put("requirement", requirement);
    realm.realm().rest().put(EXECUTIONS, changed).expectDone();
  }
}
