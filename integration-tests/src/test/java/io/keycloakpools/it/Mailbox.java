package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.keycloakpools.harness.admin.TestRealm;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** A mail server for the e-mails of a realm. */
public final class Mailbox implements AutoCloseable {

  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s\"<>]+action-token[^\\s\"<>]+");

  private static final Pattern INVITATION =
      Pattern.compile("https?://[^\\s\"<>]+/registrations\\?[^\\s\"<>]+");

  private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

  private Mailbox() {}

  public static Mailbox of(TestRealm realm) {
    Mailbox mailbox = new Mailbox();
    mailbox.mail.start();
    realm
        .change(
            Map.of(
                "smtpServer",
                Map.of(
                    "host", "127.0.0.1",
                    "port", String.valueOf(mailbox.mail.getSmtp().getPort()),
                    "from", "keycloak@example.com")))
        .expectDone();
    return mailbox;
  }

  public URI link() {
    return link(LINK);
  }

  public URI invitation() {
    return link(INVITATION);
  }

  public String text() {
    return part(0);
  }

  public String html() {
    return part(1);
  }

  private String part(int index) {
    assertThat(mail.waitForIncomingEmail(15_000, 1)).as("an e-mail").isTrue();
    return part(mail.getReceivedMessages()[0], index);
  }

  private URI link(Pattern pattern) {
    Matcher link = pattern.matcher(text());
    assertThat(link.find()).isTrue();
    // Keycloak also escapes the link of an invitation in plain text.
    return URI.create(Parser.unescapeEntities(link.group(), true));
  }

  @Override
  public void close() {
    mail.stop();
  }

  private static String part(MimeMessage message, int index) {
    try {
      return ((MimeMultipart) message.getContent()).getBodyPart(index).getContent().toString();
    } catch (IOException | MessagingException e) {
      throw new AssertionError("Not a message of text and HTML", e);
    }
  }
}
