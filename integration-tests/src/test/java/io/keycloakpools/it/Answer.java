package io.keycloakpools.it;

import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Document;

/**
 * Everything that a stranger sees of one attempt, which must be equal for existing and unknown
 * names. Omits what differs between requests: the name, the date, values of cookies, login codes,
 * scripts.
 */
record Answer(int status, Map<String, List<String>> headers, String body) {

  private static final String PASSWORD = "Guessed-Password-1!";

  static Answer ofDirectGrant(TestRealm realm, String name) {
    RealmClient client = realm.cli();
    Map<String, String> fields = client.credentials();
    fields.putAll(Map.of("grant_type", "password", "username", name, "password", PASSWORD));
    HttpRequest request =
        JsonHttp.request(client.endpoint("token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(JsonHttp.form(fields))
            .build();
    HttpResponse<String> response = JsonHttp.text(request);
    return new Answer(response.statusCode(), plain(response.headers()), response.body());
  }

  static Answer ofLoginPage(TestRealm realm, String name) {
    return of(realm.browser().open().submit(Map.of("username", name, "password", PASSWORD)), name);
  }

  static Answer ofForgotPassword(TestRealm realm, String name) {
    return of(realm.browser().forgotPassword().submit(Map.of("username", name)), name);
  }

  private static Answer of(Page page, String name) {
    Document document = page.html().clone();
    document.select("script").remove();
    String html =
        document
            .outerHtml()
            .replace(name, "NAME")
            .replaceAll("(session_code|execution|client_data|tab_id)=[^\"&;']*", "$1=");
    return new Answer(page.status(), plain(page.headers()), html);
  }

  private static Map<String, List<String>> plain(HttpHeaders headers) {
    Map<String, List<String>> plain = new TreeMap<>(headers.map());
    plain.remove("date");
    plain.remove("content-length");
    plain.replaceAll(
        (header, values) ->
            header.equals("set-cookie")
                ? values.stream().map(cookie -> cookie.replaceAll("=[^;]*;", ";")).sorted().toList()
                : values);
    return plain;
  }
}
