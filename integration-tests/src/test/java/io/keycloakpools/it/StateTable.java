package io.keycloakpools.it;

import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.TokenAnswer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Results at the login page and by direct grant, by a person's state in the directory: {@code
 * target/people-<provider>.md}.
 */
final class StateTable {

  static final String NAME = "Acme Account";
  static final String PASSWORD_PAGE = "https://acme.example/password";
  static final String SUPPORT = "help@acme.example";

  /** Only links of the message: Keycloak's own link for a new password is always there. */
  private static final String LINKS_OF_THE_MESSAGE = ".kc-feedback-text a[href]";

  private static final String KEYCLOAKS_LINKS =
      "#kc-form-login a[href*=reset-credentials], a[id^=social-]";

  private static final String FORGOT = "Forgot Password?";

  private record Ended(Set<Way> ways, String text, List<String> links, List<String> own) {

    static Ended with(Way way, String text) {
      return new Ended(EnumSet.of(way), text, List.of(), List.of());
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
        "links of the message",
        "Keycloak's own links",
        "direct grant",
        "ways, page / grant");
  }

  /** Tries both flows; each must show exactly these ways on. */
  void mustLead(String mode, String state, Person person, Set<Way> ways) {
    mustLead(mode, state, person.username(), person.password(), ways);
  }

  /** The same with a chosen name. */
  void mustLead(String mode, String state, String name, String password, Set<Way> ways) {
    LoginOutcome outcome = realm.browser().login(name, password);
    Ended page = ended(outcome);
    Ended grant = byDirectGrant(name, password);
    row(mode, state, page, grant);
    String row = mode + ", " + state;
    all.assertThat(page.ways()).as(row + ", page: " + page.text()).isEqualTo(ways);
    all.assertThat(grant.ways()).as(row + ", grant: " + grant.text()).isEqualTo(ways);
    if (outcome instanceof LoginOutcome.Refused refused) {
      all.assertThat(typed(refused.page())).as(row + ", name kept").isEqualTo(name);
      all.assertThat(page.own()).as(row + ", Keycloak's own link").anyMatch(FORGOT::equals);
    }
  }

  /** Without the admin's settings, a text must be there, and nothing that the realm lacks. */
  void mustTell(String mode, String state, Person person) {
    Ended page = ended(realm.browser().login(person.username(), person.password()));
    Ended grant = byDirectGrant(person.username(), person.password());
    row(mode, state, page, grant);
    for (Ended each : List.of(page, grant)) {
      all.assertThat(each.text())
          .as(mode + ", " + state)
          .isNotBlank()
          .doesNotContain("Forgot Password", "{0}", "{1}", "userPool");
      all.assertThat(each.ways())
          .as(mode + ", " + state + ": " + each.text())
          .doesNotContain(Way.RESET, Way.CHANGE, Way.SUPPORT);
    }
    all.assertThat(page.own()).as(mode + ", " + state).noneMatch(FORGOT::equals);
  }

  void assertAll() {
    all.assertAll();
  }

  private void row(String mode, String state, Ended page, Ended grant) {
    report.row(
        mode,
        state,
        page.text(),
        String.join(", ", page.links()),
        String.join(", ", page.own()),
        grant.text(),
        words(page.ways()) + " / " + words(grant.ways()));
  }

  private static Ended ended(LoginOutcome outcome) {
    if (outcome instanceof LoginOutcome.SignedIn) {
      return Ended.with(Way.SIGNED_IN, "signed in");
    }
    if (outcome instanceof LoginOutcome.RequiredActionPage required) {
      return Ended.with(Way.ACTION, "goes on with " + required.action());
    }
    LoginOutcome.Refused refused = outcome.expect(LoginOutcome.Refused.class);
    Elements links = refused.page().html().select(LINKS_OF_THE_MESSAGE);
    Set<Way> ways =
        links.stream()
            .map(link -> Way.behind(link.text(), link.attr("href")))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Way.class)));
    ways.addAll(Way.namedAtThePage(refused.message()));
    return new Ended(
        ways,
        refused.message(),
        links.stream().map(StateTable::link).toList(),
        refused.page().html().select(KEYCLOAKS_LINKS).eachText());
  }

  /** On one page, or on the second of two. */
  private static String typed(Page page) {
    return page.fields()
        .getOrDefault("username", page.html().select("#kc-attempted-username").attr("value"));
  }

  /** Without session codes. */
  private static String link(Element link) {
    return link.text() + ": " + link.attr("href").replaceFirst("\\?.*", "");
  }

  private Ended byDirectGrant(String name, String password) {
    TokenAnswer answer = realm.directGrant().login(name, password);
    return answer.ok()
        ? Ended.with(Way.SIGNED_IN, "signed in")
        : new Ended(
            Way.namedInAnAnswer(answer.errorDescription()),
            answer.errorDescription(),
            List.of(),
            List.of());
  }

  private static String words(Collection<Way> ways) {
    return ways.stream().map(Way::word).collect(Collectors.joining(" + "));
  }
}
