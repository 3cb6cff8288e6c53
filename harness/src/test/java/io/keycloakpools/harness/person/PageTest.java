package io.keycloakpools.harness.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PageTest {
  private static final RealmClient CLIENT =
      new RealmClient(
          URI.create("http://127.0.0.1:8080"),
          "a",
          "web",
          Optional.of("geheim"),
          URI.create("http://127.0.0.1/callback/web"));
  private static final String LOGIN = "http://127.0.0.1:8080/realms/a/login-actions/authenticate";
  private static final String FORM =
      """
      <h1 id="kc-page-title"> Sign in </h1>
      <form id="kc-select-try-another-way-form" method="post"><input name="tryAnotherWay"></form>
      <form id="kc-form-login" action="/go?execution=1" method="post">
        <input name="username" value="ada"><input name="password" type="password">
        <input name="rememberMe" type="checkbox"><input name="terms" type="checkbox" checked>
        <select name="locale"><option value="en"><option value="de" selected></select>
        <textarea name="about">me</textarea>
        <input name="login" type="submit"><button name="cancel-aia" value="true">Cancel</button>
      </form>
      """;

  @Nested
  final class Forms {
    @Test
    void aFormHoldsWhatABrowserWouldSend() {
      assertThat(page(LOGIN, 200, FORM).fields())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(
                  "username", "ada",
                  "password", "",
                  "terms", "on",
                  "locale", "de",
                  "about", "me"));
    }

    @Test
    void aBoxThatIsNotTickedIsStillAskedFor() {
      assertThat(page(LOGIN, 200, FORM).asks("rememberMe")).isTrue();
    }

    @Test
    void aFieldTheFormDoesNotHaveCannotBeFilledIn() {
      assertThatThrownBy(() -> page(LOGIN, 200, FORM).submit(Map.of("otp", "1")))
          .hasMessageContaining("username");
    }

    @Test
    void theFormKnowsWhereItGoes() {
      PageForm form = PageForm.of(page(LOGIN, 200, FORM).html()).orElseThrow();

      assertThat(form.action()).isEqualTo("http://127.0.0.1:8080/go?execution=1");
    }
  }

  @Nested
  final class Messages {
    @Test
    void anErrorBesideAFieldIsRead() {
      Page page =
          page(
              LOGIN,
              200,
              """
              <div id="input-error-container-username">
                <div class="pf-v5-c-helper-text__item pf-m-error" id="input-error-username">
                  <span class="pf-v5-c-helper-text__item-text pf-m-error kc-feedback-text">
                    Invalid username or password.
                  </span>
                </div>
              </div>
              """);

      assertThat(page.error()).contains("Invalid username or password.");
      assertThat(page.fieldError("username")).contains("Invalid username or password.");
      assertThat(page.alert()).isEmpty();
    }

    @Test
    void aWarningIsAnAlertButNoError() {
      Page page = page(LOGIN, 200, alert("warning", "Change your password."));

      assertThat(page.alert()).contains("Change your password.");
      assertThat(page.error()).isEmpty();
    }
  }

  @Nested
  final class Outcome {
    @Test
    void aCodeAtTheApplicationMeansSignedIn() {
      LoginOutcome outcome =
          page("http://127.0.0.1/callback/web?state=s&code=a%2Bb", 302, "").outcome();

      assertThat(outcome.expect(LoginOutcome.SignedIn.class).code()).isEqualTo("a+b");
      assertThat(outcome.toString()).doesNotContain("a+b");
    }

    @Test
    void anErrorAtTheApplicationMeansSentBack() {
      LoginOutcome outcome =
          page("http://127.0.0.1/callback/web?error=access_denied", 302, "").outcome();

      assertThat(outcome.expect(LoginOutcome.SentBack.class).error()).isEqualTo("access_denied");
    }

    @Test
    void aFormWithAnErrorMeansRefusedWhateverTheStatus() {
      String html = alert("danger", "Try again later.") + FORM;

      assertThat(page(LOGIN, 503, html).outcome().expect(LoginOutcome.Refused.class).message())
          .isEqualTo("Try again later.");
    }

    @Test
    void aPageWithoutFormMeansError() {
      String html = "<div id=kc-error-message><p class=instruction>Expired.</p></div>";

      assertThat(page(LOGIN, 400, html).outcome().expect(LoginOutcome.ErrorPage.class).message())
          .isEqualTo("Expired.");
    }

    @Test
    void aRequiredActionHasAName() {
      String url =
          "http://127.0.0.1:8080/realms/a/login-actions/required-action?execution=VERIFY_PROFILE";

      assertThat(
              page(url, 200, FORM).outcome().expect(LoginOutcome.RequiredActionPage.class).action())
          .isEqualTo("VERIFY_PROFILE");
    }

    @Test
    void aFormWithoutErrorIsAnotherPage() {
      assertThat(page(LOGIN, 200, FORM).outcome()).isInstanceOf(LoginOutcome.OtherPage.class);
    }

    @Test
    void anotherOutcomeThanExpectedIsDescribed() {
      LoginOutcome outcome = page(LOGIN, 200, FORM).outcome();

      assertThatThrownBy(() -> outcome.expect(LoginOutcome.SignedIn.class))
          .hasMessageContaining("SignedIn")
          .hasMessageContaining("Sign in");
    }
  }

  @Test
  void neitherTheSecretNorAQueryShows() {
    assertThat(CLIENT.toString()).doesNotContain("geheim");
    assertThat(page(LOGIN + "?session_code=abc", 200, FORM).toString()).doesNotContain("abc");
  }

  private static String alert(String kind, String text) {
    return "<div class='pf-v5-c-alert pf-m-inline pf-m-%s'><span class='kc-feedback-text'>%s</span></div>"
        .formatted(kind, text);
  }

  private static Page page(String url, int status, String html) {
    return new Page(
        new Browser(CLIENT),
        URI.create(url),
        status,
        HttpHeaders.of(Map.of(), (name, value) -> true),
        Jsoup.parse(html, url),
        Duration.ZERO);
  }
}
