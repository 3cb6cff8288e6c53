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
 * The page after all redirects: a page of Keycloak, or the redirect to the application, which is
 * not opened.
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

  /** The address; the application's if the person was sent back there. */
  public URI url() {
    return url;
  }

  public int status() {
    return status;
  }

  public HttpHeaders headers() {
    return headers;
  }

  public Duration elapsed() {
    return elapsed;
  }

  public Document html() {
    return html;
  }

  public String title() {
    return Optional.ofNullable(html.selectFirst("#kc-page-title"))
        .map(Element::text)
        .orElseGet(html::title);
  }

  public String language() {
    return html.select("html").attr("lang");
  }

  public String text() {
    return html.body().text();
  }

  public Optional<String> error() {
    return PageTexts.error(html);
  }

  public Optional<String> alert() {
    return PageTexts.alert(html);
  }

  public Optional<String> fieldError(String field) {
    return PageTexts.fieldError(html, field);
  }

  public Map<String, String> fields() {
    return PageForm.of(html).map(PageForm::values).orElseGet(LinkedHashMap::new);
  }

  public boolean asks(String field) {
    return PageForm.of(html).filter(form -> form.names().contains(field)).isPresent();
  }

  public List<String> links() {
    return html.select("a[href]").eachText();
  }

  /** Submits the form; fields not named keep their values. */
  public Page submit(Map<String, String> values) {
    PageForm form =
        PageForm.of(html).orElseThrow(() -> new IllegalStateException("No form on " + this));
    return browser.post(URI.create(form.action()), form.filled(values));
  }

  /** Sends exactly these fields to the form's address, as no browser does. */
  public Page send(Map<String, String> fields) {
    PageForm form =
        PageForm.of(html).orElseThrow(() -> new IllegalStateException("No form on " + this));
    return browser.post(URI.create(form.action()), fields);
  }

  public Page follow(String link) {
    return html.select("a[href]").stream()
        .filter(a -> a.id().equals(link) || a.text().equals(link) || a.attr("href").contains(link))
        .findFirst()
        .map(a -> browser.get(URI.create(a.absUrl("href"))))
        .orElseThrow(() -> new IllegalArgumentException("No link " + link + " in " + links()));
  }

  public LoginOutcome outcome() {
    return Outcomes.of(this, browser.client());
  }

  /** Without the query, which may hold codes. */
  @Override
  public String toString() {
    return "Page[" + status + " \"" + title() + "\" at " + url.getPath() + "]";
  }
}
