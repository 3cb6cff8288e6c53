package io.keycloakpools.demo.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/** A mail server on a free port of 127.0.0.1 that keeps e-mails and forwards none. */
public final class MailCatcher implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int MOST = 200;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));
  private final List<MimeMessage> seen = new ArrayList<>();

  private MailCatcher() {}

  public static MailCatcher start() {
    MailCatcher catcher = new MailCatcher();
    catcher.server.start();
    return catcher;
  }

  public Map<String, String> smtp() {
    return Map.of(
        "host",
        HOST,
        "port",
        Integer.toString(server.getSmtp().getPort()),
        "from",
        "keycloak@example.com",
        "fromDisplayName",
        "Keycloak Pools demo");
  }

  public synchronized List<Mail> newestFirst() {
    Stream.of(server.getReceivedMessages()).filter(each -> !seen.contains(each)).forEach(seen::add);
    List<Mail> mails = new ArrayList<>();
    for (int i = Math.max(0, seen.size() - MOST); i < seen.size(); i++) {
      mails.add(mail(i + 1, seen.get(i)));
    }
    Collections.reverse(mails);
    return mails;
  }

  private static Mail mail(int number, MimeMessage message) {
    try {
      Address[] to = message.getRecipients(Message.RecipientType.TO);
      return new Mail(
          Integer.toString(number),
          Arrays.stream(to).map(Address::toString).collect(Collectors.joining(", ")),
          message.getSubject(),
          text(message.getContent()));
    } catch (IOException | MessagingException e) {
      return new Mail(Integer.toString(number), "", "An e-mail that cannot be read", "");
    }
  }

  private static String text(Object content) throws IOException, MessagingException {
    if (!(content instanceof Multipart parts)) {
      return unescaped(content.toString());
    }
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("text/plain") || part.isMimeType("multipart/*")) {
        return text(part.getContent());
      }
    }
    return "";
  }

  /** Keycloak escapes the link of an invitation in the plain text as well. */
  private static String unescaped(String text) {
    return Parser.unescapeEntities(text, false);
  }

  @Override
  public void close() {
    server.stop();
  }
}
