package io.keycloakpools.it.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.JsonHttp;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.person.RealmTokenEndpoint;
import io.keycloakpools.harness.person.TokenAnswer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

record Grants(RealmClient client) {

  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

  /** RFC 8693. */
  TokenAnswer exchange(String token, Optional<String> audience) {
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", token,
                "subject_token_type", ACCESS_TOKEN));
    audience.ifPresent(id -> fields.put("audience", id));
    return ask(fields);
  }

  /** RFC 7523. */
  TokenAnswer assertion(String assertion) {
    return ask(
        Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion));
  }

  TokenAnswer ofItsOwn() {
    return ask(Map.of("grant_type", "client_credentials"));
  }

  /** RFC 8628: the codes of a device. */
  JsonNode deviceCode() {
    return post(client.endpoint("auth/device"), client.credentials(), Map.of("scope", "openid"))
        .body();
  }

  TokenAnswer ofDevice(JsonNode code) {
    return ask(
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:device_code",
            "device_code",
            code.path("device_code").asText()));
  }

  JsonAnswer askElsewhere(String username) {
    return post(
        URI.create(client.endpoint("ext") + "/ciba/auth"),
        client.credentials(),
        Map.of("scope", "openid", "login_hint", username, "binding_message", "door"));
  }

  TokenAnswer ofElsewhere(JsonAnswer asked) {
    return ask(
        Map.of(
            "grant_type",
            "urn:openid:params:grant-type:ciba",
            "auth_req_id",
            asked.body().path("auth_req_id").asText()));
  }

  /** User-Managed Access 2.0: requests a resource of this application with a user's token. */
  JsonAnswer permission(String token, String resource) {
    return JsonHttp.send(
        JsonHttp.request(client.endpoint("token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", "Bearer " + token)
            .POST(
                JsonHttp.form(
                    Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:uma-ticket",
                        "audience",
                        client.clientId(),
                        "permission",
                        resource)))
            .build());
  }

  JsonAnswer userInfo(String token) {
    return JsonHttp.send(
        JsonHttp.request(client.endpoint("userinfo"))
            .header("Authorization", "Bearer " + token)
            .GET()
            .build());
  }

  private TokenAnswer ask(Map<String, String> fields) {
    return new RealmTokenEndpoint(client).ask(fields);
  }

  private static JsonAnswer post(URI url, Map<String, String> credentials, Map<String, ?> more) {
    more.forEach((key, value) -> credentials.put(key, value.toString()));
    return JsonHttp.send(
        JsonHttp.request(url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(JsonHttp.form(credentials))
            .build());
  }
}
