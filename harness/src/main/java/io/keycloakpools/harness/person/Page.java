package io.keycloakpools.harness.person;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a browser shows after it followed all redirects: a page of Keycloak, or the way back to the
 * application, which is not opened.
 */
public final class Page {
  private final Browser browser;
  private final URI url;
  private final int status;
  private final HttpHeaders headers;
  private final Document html;
  private final Duration elapsed;

  Page(Browser browser, URI url, int status, HttpHeaders headers, Document html, Duration elapsed) {
    this.browser = browser;
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.html = html;
    this.elapsed = elapsed;
  }

  /** The address, of the application if the person was sent back there. */
  public URI url() {
    return url;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The headers of the last answer. */
  public HttpHeaders headers() {
    return headers;
  }

  /** How long it took to get here. */
  public Duration elapsed() {
    return elapsed;
  }

  /** The parsed page. */
  public Document html() {
    return html;
  }

  /** The heading of the page. */
  public String title() {
    return Optional.ofNullable(html.selectFirst("#kc-page-title"))
        .map(Element::text)
        .orElseGet(html::title);
  }

  /** The language of the page. */
  public String language() {
    return html.select("html").attr("lang");
  }

  /** All a person can read. */
  public String text() {
    return html.body().text();
  }

  /** The first error text: of the page, or of a field. */
  public Optional<String> error() {
    return PageTexts.error(html);
  }

  /** The text of the alert, whether error, warning, success or information. */
  public Optional<String> alert() {
    return PageTexts.alert(html);
  }

  /** The error text beside a field. */
  public Optional<String> fieldError(String field) {
    return PageTexts.fieldError(html, field);
  }

  /** The fields of the form with what they hold, in order. */
  public Map<String, String> fields() {
    return PageForm.of(html).map(PageForm::values).orElseGet(LinkedHashMap::new);
  }

  /** Whether the form has that field. */
  public boolean asks(String field) {
    return PageForm.of(html).filter(form -> form.names().contains(field)).isPresent();
  }

  /** The texts of all links. */
  public List<String> links() {
    return html.select("a[href]").eachText();
  }

  /** Fills in the form and sends it; fields not named keep what they hold. */
  public Page submit(Map<String, String> values) {
    PageForm form =
        PageForm.of(html).orElseThrow(() -> new IllegalStateException("No form on " + this));
    return browser.post(URI.create(form.action()), form.filled(values));
  }

  /** Sends these fields and no others to where the form goes, as no browser does. */
  public Page send(Map<String, String> fields) {
    PageForm form =
        PageForm.of(html).orElseThrow(() -> new IllegalStateException("No form on " + this));
    return browser.post(URI.create(form.action()), fields);
  }

  /** Follows the link with that id, that text, or that part in its address. */
  public Page follow(String link) {
    return html.select("a[href]").stream()
        .filter(a -> a.id().equals(link) || a.text().equals(link) || a.attr("href").contains(link))
        .findFirst()
        .map(a -> browser.get(URI.create(a.absUrl("href"))))
        .orElseThrow(() -> new IllegalArgumentException("No link " + link + " in " + links()));
  }

  /** What this page means for somebody signing in. */
  public LoginOutcome outcome() {
    return Outcomes.of(this, browser.client());
  }

  /** Without the query, which may hold codes. */
  @Override
  public String toString() {
    return "Page[" + status + " \"" + title() + "\" at " + url.getPath() + "]";
  }
}
