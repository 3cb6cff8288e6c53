package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.keycloakpools.harness.admin.TestRealm;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** A mail server that gets the e-mails of a realm. */
final class Mailbox implements AutoCloseable {

  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s\"<>]+action-token[^\\s\"<>]+");

  private static final Pattern INVITATION =
      Pattern.compile("https?://[^\\s\"<>]+/registrations\\?[^\\s\"<>]+");

  private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

  private Mailbox() {}

  static Mailbox of(TestRealm realm) {
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

  /** The link to an action in the first e-mail. */
  URI link() throws Exception {
    return link(LINK);
  }

  /** The link to registration in the first e-mail. */
  URI invitation() throws Exception {
    return link(INVITATION);
  }

  private URI link(Pattern pattern) throws Exception {
    assertThat(mail.waitForIncomingEmail(15_000, 1)).isTrue();
    MimeMultipart content = (MimeMultipart) mail.getReceivedMessages()[0].getContent();
    Matcher link = pattern.matcher(content.getBodyPart(0).getContent().toString());
    assertThat(link.find()).isTrue();
    // Keycloak escapes the link of an invitation in the plain text as well.
    return URI.create(Parser.unescapeEntities(link.group(), true));
  }

  @Override
  public void close() {
    mail.stop();
  }
}
