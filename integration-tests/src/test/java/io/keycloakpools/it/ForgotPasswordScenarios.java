package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Forgot password, before and after the first sign-in. A federated user ends on a page that says so
 * and signs in again, a local one is signed in: the default of Keycloak's ResetCredentialEmail.
 */
public abstract class ForgotPasswordScenarios extends PoolScenarios {

  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s\"<>]+action-token[^\\s\"<>]+");
  private static final String NEW = "Chosen-by-ada-1!";

  private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

  @BeforeEach
  void startMail() {
    mail.start();
    realm
        .change(
            Map.of(
                "smtpServer",
                Map.of(
                    "host", "127.0.0.1",
                    "port", String.valueOf(mail.getSmtp().getPort()),
                    "from", "keycloak@example.com")))
        .expectDone();
  }

  @AfterEach
  void stopMail() {
    mail.stop();
  }

  @Test
  void whoForgotThePasswordBeforeTheFirstSignInMovesWithANewOne() {
    realm.createRole("staff").expectDone();
    migratingPool();
    Person ada = inDirectory(Person.named("ada").roles("staff"));

    Page done = resetPassword(ada);

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

    Page refused = resetPassword(ada);

    assertThat(refused.text()).contains(directory.disabledMessage());
    assertThat(realm.users().credentials(imported(ada).getId())).isEmpty();
    assertThat(imported(ada).getFederationLink()).isNotNull();
  }

  @Test
  void duringAnOutageThePersonIsAskedToComeBack() {
    migratingPool();
    Person ada = inDirectory(Person.named("ada"));
    Browser browser = realm.browser();
    Page form = newPasswordForm(browser, ada);
    directory.stop();

    Page refused = form.submit(Map.of("password-new", NEW, "password-confirm", NEW));
    assertThat(refused.text()).contains("try again in a few minutes");
    assertThat(imported(ada).getFederationLink()).isNotNull();

    directory.start();
    assertThat(refused.submit(Map.of("password-new", NEW, "password-confirm", NEW)).text())
        .contains("Your account has been updated");
  }

  @Test
  void withoutMigrationThePersonReadsWhereThePasswordIs() {
    linkedPool();
    Person ada = inDirectory(Person.named("ada"));

    assertThat(resetPassword(ada).text()).contains("kept in pool. Please change it there.");
    signedIn(Flow.DIRECT_GRANT, ada);
  }

  @Test
  void anOutageDoesNotKeepALocalUserFromResettingAPassword() {
    linkedPool();
    String id = realm.users().create("local", "Local-1!");
    String email = realm.users().get(id).getEmail();
    directory.stop();

    Page done = resetPassword(Person.named("local").email(email, true));

    assertThat(done.outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
  }

  private Page resetPassword(Person person) {
    return newPasswordForm(realm.browser(), person)
        .submit(Map.of("password-new", NEW, "password-confirm", NEW));
  }

  private Page newPasswordForm(Browser browser, Person person) {
    browser.forgotPassword().submit(Map.of("username", person.email()));
    assertThat(mail.waitForIncomingEmail(15_000, 1)).as("mail to " + person.email()).isTrue();
    Matcher link = LINK.matcher(text(mail.getReceivedMessages()[0]));
    assertThat(link.find()).isTrue();
    Page page = browser.get(URI.create(link.group()));
    assertThat(page.asks("password-new")).as(page.text()).isTrue();
    return page;
  }

  private static String text(MimeMessage message) {
    try {
      return ((MimeMultipart) message.getContent()).getBodyPart(0).getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new AssertionError("Not a message with a text part", e);
    }
  }
}
