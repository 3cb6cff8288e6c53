package io.keycloakpools.demo.site;

import io.keycloakpools.demo.mail.Mail;
import io.keycloakpools.demo.mail.MailCatcher;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class MailPages {
  /** Only addresses on this machine become links. */
  private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:[^\\s<>\"']+");

  private final MailCatcher catcher;

  MailPages(MailCatcher catcher) {
    this.catcher = catcher;
  }

  SiteReply get(String page) {
    List<Mail> mails = catcher.newestFirst();
    if (page.isEmpty()) {
      return list(mails);
    }
    return mails.stream()
        .filter(mail -> mail.id().equals(page))
        .findFirst()
        .map(MailPages::mail)
        .orElseGet(SiteReply::notFound);
  }

  private static SiteReply list(List<Mail> mails) {
    StringBuilder rows = new StringBuilder();
    for (Mail mail : mails) {
      rows.append(
          "<tr><td>%s</td><td>%s</td></tr>%n"
              .formatted(Html.text(mail.to()), Html.link("/mail/" + mail.id(), mail.subject())));
    }
    return SiteReply.page(
        "E-mail",
        """
        <p>Keycloak's e-mails end here, whoever they are for. The newest is on top.</p>
        %s
        """
            .formatted(
                mails.isEmpty()
                    ? "<p>There is none yet. Load this page again after you asked for one.</p>"
                    : "<table><thead><tr><th scope=\"col\">To</th><th scope=\"col\">Subject</th></tr>"
                        + "</thead><tbody>"
                        + rows
                        + "</tbody></table>"));
  }

  private static SiteReply mail(Mail mail) {
    return SiteReply.page(
        mail.subject(),
        "<p>To %s</p>%n<div class=\"mail\">%s</div>"
            .formatted(Html.text(mail.to()), linked(mail.text())));
  }

  private static String linked(String text) {
    StringBuilder html = new StringBuilder();
    Matcher link = LINK.matcher(text);
    int done = 0;
    while (link.find()) {
      html.append(Html.text(text.substring(done, link.start())));
      html.append(Html.link(link.group(), link.group()));
      done = link.end();
    }
    return html.append(Html.text(text.substring(done))).toString();
  }
}
