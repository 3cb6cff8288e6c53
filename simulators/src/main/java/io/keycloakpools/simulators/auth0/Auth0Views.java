package io.keycloakpools.simulators.auth0;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Objects of the Management API with the members of its OpenAPI document. */
final class Auth0Views {
  private Auth0Views() {}

  static Map<String, Object> user(Auth0User user) {
    Map<String, Object> view = new LinkedHashMap<>(user.profile());
    view.put("user_id", user.userId());
    view.put("identities", Identities.all(user).stream().map(Auth0Views::identity).toList());
    if (!user.secondFactors().isEmpty()) {
      view.put("multifactor", List.of("guardian"));
    }
    return view;
  }

  private static Map<String, Object> identity(Auth0Identity identity) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("connection", identity.connection());
    view.put("user_id", identity.userId());
    view.put("provider", identity.provider());
    view.put("isSocial", identity.isSocial());
    if (!identity.profileData().isEmpty()) {
      view.put("profileData", identity.profileData());
    }
    return view;
  }

  static Map<String, Object> role(String name) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", Ids.of("rol_", name));
    view.put("name", name);
    view.put("description", "Role " + name);
    return view;
  }

  static Map<String, Object> organization(String id, String name) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", id);
    view.put("name", name);
    view.put("display_name", name);
    return view;
  }

  /** Options need scope read:connections_options (OpenAPI). */
  static Map<String, Object> connection(Auth0Connection connection, boolean withOptions) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("id", connection.id());
    if (withOptions) {
      view.put(
          "options",
          Map.of("requires_username", connection.usesUsernames(), "brute_force_protection", true));
    }
    view.put("strategy", "auth0");
    view.put("name", connection.name());
    view.put("is_domain_connection", false);
    view.put("realms", List.of(connection.name()));
    return view;
  }

  static Map<String, Object> authenticationMethod(Auth0User user, Auth0SecondFactor factor) {
    Map<String, Object> view = new LinkedHashMap<>();
    String id = Ids.of("dev_", user.userId() + factor);
    view.put("id", factor.method() + "|" + id);
    view.put("type", factor.method());
    view.put("confirmed", true);
    if (factor == Auth0SecondFactor.EMAIL) {
      view.put("email", maskedEmail(user.email().orElse("")));
    }
    if (factor == Auth0SecondFactor.SMS) {
      String number = user.text("phone_number").orElse("");
      view.put("phone_number", number.replaceAll(".(?=.{4})", "X"));
      view.put("preferred_authentication_method", "sms");
      view.put("authentication_methods", List.of(Map.of("id", "sms|" + id, "type", "sms")));
    }
    view.put("created_at", user.attribute("created_at"));
    return view;
  }

  private static String maskedEmail(String email) {
    int at = Math.max(email.indexOf('@'), 0);
    return masked(email.substring(0, at))
        + "@"
        + masked(email.substring(Math.min(at + 1, email.length())));
  }

  private static String masked(String part) {
    return part.length() > 4 ? part.substring(0, 4) + "*".repeat(part.length() - 4) : "****";
  }
}
