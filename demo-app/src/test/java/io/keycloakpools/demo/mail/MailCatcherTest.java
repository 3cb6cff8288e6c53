package io.keycloakpools.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MailCatcherTest {

  @Test
  void theNewestIsOnTopAndNumbersStay() {
    try (MailCatcher catcher = MailCatcher.start()) {
      send(catcher, "ada@example.com", "First", "one");
      assertThat(catcher.newestFirst())
          .containsExactly(new Mail("1", "ada@example.com", "First", "one"));
      send(catcher, "grace@example.com", "Second", "http://127.0.0.1:8080/a?b=1&amp;c=2");
      assertThat(catcher.newestFirst())
          .containsExactly(
              new Mail("2", "grace@example.com", "Second", "http://127.0.0.1:8080/a?b=1&c=2"),
              new Mail("1", "ada@example.com", "First", "one"));
    }
  }

  @Test
  void aTextShowsWithoutWhatLetsPeopleIn() {
    assertThat(new Mail("1", "ada@example.com", "Subject", "secret link").toString())
        .isEqualTo("Mail[1]");
  }

  private static void send(MailCatcher catcher, String to, String subject, String text) {
    int before = catcher.newestFirst().size();
    ServerSetup smtp =
        new ServerSetup(
            Integer.parseInt(catcher.smtp().get("port")),
            catcher.smtp().get("host"),
            ServerSetup.PROTOCOL_SMTP);
    GreenMailUtil.sendTextEmail(to, "keycloak@example.com", subject, text, smtp);
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> catcher.newestFirst().size() > before);
  }
}
