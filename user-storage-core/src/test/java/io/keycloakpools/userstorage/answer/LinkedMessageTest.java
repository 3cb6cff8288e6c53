package io.keycloakpools.userstorage.answer;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import io.keycloakpools.userstorage.answer.NextLinks.Link;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.forms.login.MessageType;
import org.keycloak.theme.KeycloakSanitizerMethod;
import org.keycloak.theme.beans.MessageBean;

/** Uses the expressions of the login themes keycloak.v2 and base. */
final class LinkedMessageTest {

  private static final List<Link> LINKS =
      List.of(
          new Link("Set a new password", "/realms/r/login-actions/reset?client_id=a&tab_id=b"),
          new Link("Contact <support>", "mailto:help@acme.example"));

  @ParameterizedTest
  @ValueSource(strings = {"${message.summary}", "${kcSanitize(message.summary)?no_esc}"})
  void bothThemesShowTheLinks(String expression) {
    String html = drawn(expression, "Not allowed.", LINKS);

    assertThat(html.replace("&amp;", "&").replace("&#64;", "@"))
        .startsWith("Not allowed.<br")
        .contains(
            "<a href=\"/realms/r/login-actions/reset?client_id=a&tab_id=b\"",
            ">Set a new password</a>",
            "<a href=\"mailto:help@acme.example\"");
    assertThat(html).doesNotContain("<support>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${message.summary}", "${kcSanitize(message.summary)?no_esc}"})
  void theTextIsNoMarkup(String expression) {
    assertThat(drawn(expression, "<script>alert(1)</script> <b onclick='x()'>", LINKS))
        .doesNotContain("<script", "<b onclick");
  }

  @Test
  void theTypeOfTheMessageStays() {
    assertThat(drawn("<#if message?has_content && message.type = 'error'>yes</#if>", "x", LINKS))
        .isEqualTo("yes");
  }

  @Test
  void withoutLinksThePageIsKeycloaksOwn() {
    assertThat(drawn("${message.summary}", "<b>", List.of())).isEqualTo("&lt;b&gt;");
  }

  private static String drawn(String template, String text, List<Link> links) {
    Map<String, Object> page = new HashMap<>();
    page.put("message", new MessageBean(text, MessageType.ERROR));
    page.put("kcSanitize", new KeycloakSanitizerMethod());
    Configuration settings = new Configuration(Configuration.VERSION_2_3_32);
    settings.setOutputFormat(HTMLOutputFormat.INSTANCE);
    StringWriter drawn = new StringWriter();
    try {
      new Template("page", template, settings).process(LinkedMessage.with(page, links), drawn);
    } catch (IOException | TemplateException e) {
      throw new AssertionError(e);
    }
    return drawn.toString();
  }
}
