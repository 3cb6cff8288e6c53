package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Forgot password" of a realm, with a mail server that gets its e-mails. */
public final class ForgottenPassword implements AutoCloseable {

  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s\"<>]+action-token[^\\s\"<>]+");

  private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final TestRealm realm;

  private ForgottenPassword(TestRealm realm) {
    this.realm = realm;
  }

  /** Has the realm send its e-mails here. */
  public static ForgottenPassword of(TestRealm realm) {
    ForgottenPassword forgotten = new ForgottenPassword(realm);
    forgotten.mail.start();
    realm
        .change(
            Map.of(
                "smtpServer",
                Map.of(
                    "host", "127.0.0.1",
                    "port", String.valueOf(forgotten.mail.getSmtp().getPort()),
                    "from", "keycloak@example.com")))
        .expectDone();
    return forgotten;
  }

  /** Goes all the way to a new password; returns the page behind it. */
  public Page reset(Person person, String password) {
    return enter(form(realm.browser(), person), password);
  }

  /** Enters a new password. */
  public static Page enter(Page form, String password) {
    return form.submit(Map.of("password-new", password, "password-confirm", password));
  }

  /** Asks for an e-mail and follows its link to the page for the new password. */
  public Page form(Browser browser, Person person) {
    browser.forgotPassword().submit(Map.of("username", person.email()));
    assertThat(mail.waitForIncomingEmail(15_000, 1)).as("mail to " + person.email()).isTrue();
    Matcher link = LINK.matcher(text(mail.getReceivedMessages()[0]));
    assertThat(link.find()).isTrue();
    Page page = browser.get(URI.create(link.group()));
    assertThat(page.asks("password-new")).as(page.text()).isTrue();
    return page;
  }

  @Override
  public void close() {
    mail.stop();
  }

  private static String text(MimeMessage message) {
    try {
      return ((MimeMultipart) message.getContent()).getBodyPart(0).getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new AssertionError("Not a message with a text part", e);
    }
  }
}
