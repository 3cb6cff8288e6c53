package io.keycloakpools.userstorage.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Names;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

/**
 * Claims of an ID token. It must come straight from the directory over TLS, which replaces the
 * signature check (OpenID Connect Core 1.0, section 3.1.3.7, point 6).
 */
public final class IdToken {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode claims;

  private IdToken(JsonNode claims) {
    this.claims = claims;
  }

  /** An unreadable token has no subject and matches nobody. */
  public static IdToken read(String jwt) {
    String[] parts = jwt == null ? new String[0] : jwt.split("\\.", -1);
    if (parts.length != 3) {
      return new IdToken(MissingNode.getInstance());
    }
    try {
      return new IdToken(JSON.readTree(Base64.getUrlDecoder().decode(parts[1])));
    } catch (IOException | IllegalArgumentException e) {
      return new IdToken(MissingNode.getInstance());
    }
  }

  /** Empty if missing. */
  public String sub() {
    return claims.path("sub").asText("");
  }

  /** Texts of an array claim. */
  public Set<String> texts(String claim) {
    Set<String> texts = new HashSet<>();
    claims.path(claim).forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /**
   * Whether the token was issued for a user with another e-mail address, so that the data are
   * outdated. A token without an address says nothing.
   */
  public boolean outdates(DirectoryUser user) {
    String email = claims.path("email").asText("");
    return !email.isEmpty() && !Names.same(email, user.email().orElse(null));
  }

  /** Shows only the subject. */
  @Override
  public String toString() {
    return "IdToken[" + sub() + "]";
  }
}
