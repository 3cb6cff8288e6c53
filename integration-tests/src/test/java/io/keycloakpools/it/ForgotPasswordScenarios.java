package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * "Forgot password" before and after the first sign-in. By default of Keycloak's
 * ResetCredentialEmail, federated users sign in again afterwards, and local users are signed in.
 */
public abstract class ForgotPasswordScenarios extends PoolScenarios {

  private static final String NEW = "Chosen-by-ada-1!";

  private ForgottenPassword forgotten;

  @BeforeEach
  void startMail() {
    forgotten = ForgottenPassword.of(realm);
  }

  @AfterEach
  void stopMail() {
    forgotten.close();
  }

  @Tag("smoke")
  @Test
  void whoForgotThePasswordBeforeTheFirstSignInMovesWithANewOne() {
    realm.createRole("staff").expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada").roles("staff"));

    Page done = forgotten.reset(ada, NEW);

    assertThat(done.text()).contains("Your account has been updated");
    assertThat(imported(ada).getFederationLink()).isNull();
    assertThat(realm.users().realmRoles(imported(ada).getId())).contains("staff");
    directory.stop();
    signedIn(Flow.DIRECT_GRANT, ada.password(NEW));
    assertThat(signIn(Flow.DIRECT_GRANT, ada).signedIn()).isFalse();
  }

  @Test
  void whoIsDisabledInTheDirectoryCannotComeBackThroughForgotPassword() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    directory.disable("ada");

    Page refused = forgotten.reset(ada, NEW);

    assertThat(refused.text()).contains(directory.disabledMessage());
    assertThat(realm.users().credentials(imported(ada).getId())).isEmpty();
    assertThat(imported(ada).getFederationLink()).isNotNull();
  }

  @Tag("smoke")
  @Test
  void duringAnOutageThePersonIsAskedToComeBack() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    Browser browser = realm.browser();
    Page form = forgotten.form(browser, ada);
    directory.stop();

    Page refused = ForgottenPassword.enter(form, NEW);
    assertThat(refused.text()).contains("try again in a few minutes");
    assertThat(imported(ada).getFederationLink()).isNotNull();

    directory.start();
    assertThat(ForgottenPassword.enter(refused, NEW).text())
        .contains("Your account has been updated");
  }

  @Test
  void withoutMigrationThePersonReadsWhereThePasswordIs() {
    pool(
        Map.of(
            "displayName", "Acme Account",
            "passwordChangeUrl", "https://acme.example/password?a=1&b=2",
            "supportLink", "help@acme.example"));
    Person ada = inDirectory(Person.named("ada"));

    Page sent = realm.browser().forgotPassword().submit(Map.of("username", ada.email()));

    assertThat(sent.text()).contains("You should receive an email shortly");
    assertThat(forgotten.mail())
        .contains(
            "The password of this account is kept in Acme Account. Please change it there.",
            "Change the password in Acme Account: https://acme.example/password?a=1&b=2",
            "Contact support: mailto:help@acme.example")
        .doesNotContain("action-token");
    assertThat(forgotten.htmlMail())
        .contains(
            "The password of this account is kept in Acme Account. Please change it there.",
            "<a href=\"https://acme.example/password?a=1&amp;b=2\">"
                + "Change the password in Acme Account</a>",
            "<a href=\"mailto:help@acme.example\">Contact support</a>")
        .doesNotContain("action-token");
    assertThat(realm.events().last("SEND_RESET_PASSWORD").detail("user_pool")).isNotNull();
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  /** A stranger sees the same page after either e-mail. */
  @Test
  void thePageDoesNotTellWhereThePasswordIs() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));

    Page known = realm.browser().forgotPassword().submit(Map.of("username", ada.email()));
    Page unknown = realm.browser().forgotPassword().submit(Map.of("username", "no@example.com"));

    assertThat(known.alert()).isEqualTo(unknown.alert());
  }

  /** Keycloak first looks for a username, and directories find people by both. */
  @Test
  void theAddressOfALocalUserIsTheirsWhateverTheDirectorySays() {
    linkedPool();
    Person eve = inDirectory(Person.named("eve"));
    signedIn(Flow.DIRECT_GRANT, eve);
    String id = realm.users().create("local", "Local-1!");
    String email = realm.users().get(id).getEmail();
    directory.replace(eve.email(email, true));

    Page done = forgotten.reset(Person.named("local").email(email, true), NEW);

    assertThat(done.outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
    assertThat(realm.directGrant().login("local", NEW).ok()).isTrue();
  }

  @Test
  void anOutageDoesNotKeepALocalUserFromResettingAPassword() {
    linkedPool();
    String id = realm.users().create("local", "Local-1!");
    String email = realm.users().get(id).getEmail();
    directory.stop();

    Page done = forgotten.reset(Person.named("local").email(email, true), NEW);

    assertThat(done.outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
  }
}
