package io.keycloakpools.harness.person;

import io.keycloakpools.harness.JsonHttp;
import java.net.http.HttpRequest;
import java.util.Map;

public record RealmTokenEndpoint(RealmClient client) {

  public TokenAnswer ask(Map<String, String> grant) {
    Map<String, String> fields = client.credentials();
    fields.putAll(grant);
    HttpRequest request =
        JsonHttp.request(client.endpoint("token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(JsonHttp.form(fields))
            .build();
    return TokenAnswer.of(JsonHttp.send(request));
  }
}
