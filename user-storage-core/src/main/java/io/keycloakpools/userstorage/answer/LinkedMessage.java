package io.keycloakpools.userstorage.answer;

import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.theme.beans.MessageBean;

/**
 * Adds links to the message of a login page. Keycloak's messages are text: {@code keycloak.v2}
 * escapes them, the older theme {@code base} sanitizes them. So a bean whose text is markup
 * replaces the message.
 */
final class LinkedMessage {

  private static final String MESSAGE = "message";

  private LinkedMessage() {}

  static Map<String, Object> with(Map<String, Object> page, List<NextLinks.Link> links) {
    if (links.isEmpty() || !(page.get(MESSAGE) instanceof MessageBean message)) {
      return page;
    }
    Map<String, Object> bean = new HashMap<>();
    bean.put("summary", new Markup(html(message.getSummary(), links)));
    bean.put("type", message.getType());
    bean.put("success", message.isSuccess());
    bean.put("warning", message.isWarning());
    bean.put("error", message.isError());
    page.put(MESSAGE, bean);
    return page;
  }

  static String html(String text, List<NextLinks.Link> links) {
    return links.stream()
        .map(link -> "<a href=\"" + escaped(link.href()) + "\">" + escaped(link.label()) + "</a>")
        .collect(Collectors.joining(" \u00b7 ", escaped(text) + "<br>", ""));
  }

  private static String escaped(String text) {
    return HTMLOutputFormat.INSTANCE.escapePlainText(text);
  }

  /** HTML for a template that writes it and for {@code KeycloakSanitizerMethod}. */
  private static final class Markup
      extends CommonTemplateMarkupOutputModel<TemplateHTMLOutputModel> {

    private final String html;

    Markup(String html) {
      super(null, html);
      this.html = html;
    }

    @Override
    public HTMLOutputFormat getOutputFormat() {
      return HTMLOutputFormat.INSTANCE;
    }

    @Override
    public String toString() {
      return html;
    }
  }
}
