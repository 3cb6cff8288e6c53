package io.keycloakpools.demo.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keycloakpools.harness.chromium.AdminConsole;
import io.keycloakpools.harness.chromium.Alerts;
import io.keycloakpools.harness.chromium.Chromium;
import io.keycloakpools.harness.chromium.Window;
import io.keycloakpools.harness.server.AdminAccount;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;

/** The admin at the admin console whose address the demo prints. */
final class AdminVisitor implements AutoCloseable {
  private static final AdminAccount ADMIN = new AdminAccount("admin", "admin");

  private final URI address;
  private final Window window;
  private final Page page;
  private final AdminConsole console;

  AdminVisitor(Chromium chromium, URI address) {
    this.address = address;
    URI keycloak = address.resolve("/");
    window = chromium.open("en");
    page = window.page();
    console =
        AdminConsole.signIn(
            window,
            URI.create(keycloak.toString().replaceFirst("/$", "")),
            ADMIN,
            address.getFragment().substring(1));
  }

  /** Searches for a user and opens the form. */
  AdminVisitor user(String username) {
    window.go(URI.create(address + "/users"));
    page.reload();
    Locator search = page.getByPlaceholder("Search user");
    search.fill(username);
    search.press("Enter");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(username).setExact(true))
        .click();
    page.getByTestId("user-creation-save").waitFor();
    return this;
  }

  /** The form shows that the user belongs to a pool. */
  void isLinkedTo(String pool) {
    Locator link =
        page.getByText("Federation link")
            .locator(
                "xpath=ancestor::div[contains(concat(' ', @class, ' '), ' pf-v5-c-form__group ')]");
    link.getByText(pool).waitFor();
  }

  /** The form shows no pool, and the user has a password. */
  void hasAPasswordAndNoLink() {
    assertThat(page.getByText("Federation link").count()).isZero();
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Credentials")).click();
    page.locator("table").getByText("Password").first().waitFor();
  }

  /** The form shows the identity pool of the user. */
  void isInIdentityPool(String pool) {
    assertThat(console.field("identityPool").innerText()).contains(pool);
  }

  /** Adds a provider; each value goes into the field of its label. */
  void addProvider(String provider, Map<String, String> entries) {
    console.newFederation(provider);
    entries.forEach((label, value) -> page.locator(field(label)).fill(value));
    page.locator(field(entries.keySet().iterator().next())).focus();
    window.picture("demo-user-pool-form");
    page.getByTestId("custom-save").click();
    assertThat(new Alerts(page).first()).contains("successfully created");
  }

  private String field(String label) {
    Pattern name = Pattern.compile("^\\s*" + literal(label) + "\\s*\\*?\\s*$");
    Locator found = page.locator("label", new Page.LocatorOptions().setHasText(name));
    return "[id='" + found.first().getAttribute("for") + "']";
  }

  /** The browser has no {@link Pattern#quote}. */
  private static String literal(String text) {
    return text.replaceAll("([^\\w\\s])", "\\\\$1");
  }

  @Override
  public void close() {
    window.close();
  }
}
