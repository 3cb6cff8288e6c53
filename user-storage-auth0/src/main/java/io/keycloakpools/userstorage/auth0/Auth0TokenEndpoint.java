package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.userstorage.adapter.Deadline;
import io.keycloakpools.userstorage.adapter.JsonCalls;
import io.keycloakpools.userstorage.adapter.OnceEntity;
import io.keycloakpools.userstorage.adapter.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.http.client.methods.HttpPost;

/**
 * The Authentication API. The client secret is in the body ("Client Secret (Post)"); nothing is
 * sent twice.
 */
final class Auth0TokenEndpoint {

  /** "Resource Owner Password Flow"; the realm is the connection. */
  static final String PASSWORD_REALM = "http://auth0.com/oauth/grant-type/password-realm";

  /** Requires an authenticated application with "Trust Token Endpoint IP Header" on. */
  private static final String FORWARDED_FOR = "auth0-forwarded-for";

  private final Auth0Settings settings;
  private final JsonCalls calls;

  Auth0TokenEndpoint(Auth0Settings settings, JsonCalls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /** Requests tokens only to learn the owner of the password, and the present e-mail address. */
  Reply checkPassword(
      String username, String password, Optional<String> clientIp, Deadline deadline) {
    Map<String, String> fields = application(PASSWORD_REALM);
    fields.put("realm", settings.connection());
    fields.put("username", username);
    fields.put("password", password);
    fields.put("scope", "openid email");
    return send(fields, clientIp.filter(ip -> settings.forwardClientIp()), deadline);
  }

  Reply managementToken(Deadline deadline) {
    Map<String, String> fields = application("client_credentials");
    fields.put("audience", settings.managementAudience());
    return send(fields, Optional.empty(), deadline);
  }

  private Map<String, String> application(String grant) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", grant);
    fields.put("client_id", settings.clientId());
    fields.put("client_secret", settings.clientSecret());
    return fields;
  }

  private Reply send(Map<String, String> fields, Optional<String> clientIp, Deadline deadline) {
    HttpPost request = new HttpPost(settings.endpoint("/oauth/token"));
    request.setEntity(OnceEntity.form(fields));
    clientIp.ifPresent(ip -> request.setHeader(FORWARDED_FOR, ip));
    return calls.send(request, deadline);
  }
}
