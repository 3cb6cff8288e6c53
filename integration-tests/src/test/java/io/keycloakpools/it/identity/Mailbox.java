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

/** A mail server that gets the e-mails of a realm. */
final class Mailbox implements AutoCloseable {

  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s\"<>]+action-token[^\\s\"<>]+");

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

  /** The link in the first e-mail. */
  URI link() throws Exception {
    assertThat(mail.waitForIncomingEmail(15_000, 1)).isTrue();
    MimeMultipart content = (MimeMultipart) mail.getReceivedMessages()[0].getContent();
    Matcher link = LINK.matcher(content.getBodyPart(0).getContent().toString());
    assertThat(link.find()).isTrue();
    return URI.create(link.group());
  }

  @Override
  public void close() {
    mail.stop();
  }
}
