package io.keycloakpools.it;

import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.TokenAnswer;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Element;

/**
 * How people end at the login page and by direct grant, by their state in the directory: {@code
 * target/people-<provider>.md}.
 */
final class StateTable {

  static final String NAME = "Acme Account";
  static final String PASSWORD_PAGE = "https://acme.example/password";
  static final String SUPPORT = "help@acme.example";

  /** Those of the message, and Keycloak's own for a new password. */
  private static final String LINKS =
      ".kc-feedback-text a[href], #kc-form-login a[href*=reset-credentials]";

  /** What an attempt showed. */
  private record Ended(boolean in, String text, List<String> links) {

    boolean leads() {
      return in || !links.isEmpty() || text.contains(SUPPORT) || text.contains(PASSWORD_PAGE);
    }
  }

  private final TestRealm realm;
  private final MarkdownReport report;
  private final SoftAssertions all = new SoftAssertions();

  StateTable(TestRealm realm, String providerId) {
    this.realm = realm;
    this.report = new MarkdownReport("people-" + providerId + ".md");
    report.table(
        providerId,
        "people",
        "state",
        "login page",
        "links",
        "direct grant",
        "leads, page / grant");
  }

  /** Has a person try both ways; each must end signed in, or with a way on. */
  void mustLead(String mode, String state, Person person) {
    mustLead(mode, state, person.username(), person.password());
  }

  /** The same with a name of the person's choice. */
  void mustLead(String mode, String state, String name, String password) {
    Ended page = atLoginPage(name, password);
    Ended grant = byDirectGrant(name, password);
    row(mode, state, page, grant);
    all.assertThat(page.leads()).as(mode + ", " + state + ", page: " + page.text()).isTrue();
    all.assertThat(grant.leads()).as(mode + ", " + state + ", grant: " + grant.text()).isTrue();
  }

  /** The same where only the login page can lead on: a direct grant has no page for an action. */
  void mustLeadAtThePage(String mode, String state, String name, String password) {
    Ended page = atLoginPage(name, password);
    row(mode, state, page, byDirectGrant(name, password));
    all.assertThat(page.leads()).as(mode + ", " + state + ", page: " + page.text()).isTrue();
  }

  private void row(String mode, String state, Ended page, Ended grant) {
    report.row(
        mode,
        state,
        page.text(),
        String.join(", ", page.links()),
        grant.text(),
        word(page.leads()) + " / " + word(grant.leads()));
  }

  void assertAll() {
    all.assertAll();
  }

  private Ended atLoginPage(String name, String password) {
    LoginOutcome outcome = realm.browser().login(name, password);
    if (outcome instanceof LoginOutcome.Refused refused) {
      List<String> links =
          refused.page().html().select(LINKS).stream().map(StateTable::link).toList();
      return new Ended(false, refused.message(), links);
    }
    return outcome instanceof LoginOutcome.RequiredActionPage required
        ? new Ended(true, "goes on with " + required.action(), List.of())
        : new Ended(outcome instanceof LoginOutcome.SignedIn, "signed in", List.of());
  }

  /** Without the codes of a session. */
  private static String link(Element link) {
    return link.text() + ": " + link.attr("href").replaceFirst("\\?.*", "");
  }

  private Ended byDirectGrant(String name, String password) {
    TokenAnswer answer = realm.directGrant().login(name, password);
    return new Ended(answer.ok(), answer.ok() ? "signed in" : answer.errorDescription(), List.of());
  }

  private static String word(boolean leads) {
    return leads ? "yes" : "no";
  }
}
