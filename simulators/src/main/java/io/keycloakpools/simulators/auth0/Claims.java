package io.keycloakpools.simulators.auth0;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Claims of the scopes openid, profile, email and phone ("OpenID Connect Scopes"). */
final class Claims {
  private static final List<String> PROFILE =
      List.of("given_name", "family_name", "nickname", "name", "picture", "updated_at");

  private Claims() {}

  static Map<String, Object> of(Auth0User user, Auth0Scopes scopes) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", user.userId());
    if (scopes.contains("profile")) {
      PROFILE.forEach(name -> copy(user, name, claims, name));
    }
    if (scopes.contains("email")) {
      copy(user, "email", claims, "email");
      copy(user, "email_verified", claims, "email_verified");
    }
    if (scopes.contains("phone")) {
      copy(user, "phone_number", claims, "phone_number");
      copy(user, "phone_verified", claims, "phone_number_verified");
    }
    return claims;
  }

  private static void copy(Auth0User user, String member, Map<String, Object> to, String claim) {
    if (!user.attribute(member).isMissingNode()) {
      to.put(claim, user.attribute(member));
    }
  }
}
