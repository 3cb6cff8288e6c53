package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.Page;
import java.util.Map;

/** "Forgot password" of a realm, with a mail server. */
public final class ForgottenPassword implements AutoCloseable {

  private final TestRealm realm;
  private final Mailbox mailbox;

  private ForgottenPassword(TestRealm realm, Mailbox mailbox) {
    this.realm = realm;
    this.mailbox = mailbox;
  }

  public static ForgottenPassword of(TestRealm realm) {
    return new ForgottenPassword(realm, Mailbox.of(realm));
  }

  public Page reset(Person person, String password) {
    return enter(form(realm.browser(), person), password);
  }

  public static Page enter(Page form, String password) {
    return form.submit(Map.of("password-new", password, "password-confirm", password));
  }

  /** Requests an e-mail and follows its link to the page for a new password. */
  public Page form(Browser browser, Person person) {
    browser.forgotPassword().submit(Map.of("username", person.email()));
    Page page = browser.get(mailbox.link());
    assertThat(page.asks("password-new")).as(page.text()).isTrue();
    return page;
  }

  public String mail() {
    return mailbox.text();
  }

  public String htmlMail() {
    return mailbox.html();
  }

  @Override
  public void close() {
    mailbox.close();
  }
}
