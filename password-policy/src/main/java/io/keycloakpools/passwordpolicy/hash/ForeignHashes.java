package io.keycloakpools.passwordpolicy.hash;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/** Throws only {@link RefusedHashException}, and computes no hash. */
public final class ForeignHashes {

  private ForeignHashes() {}

  /**
   * Modular crypt, PHC strings, Django, LDAP's {@code {SCHEME}…}.
   *
   * @throws RefusedHashException if unknown, malformed, not verifiable here, or too costly
   */
  public static ForeignHash parse(String text) {
    return HashText.parse(text);
  }

  /**
   * Text, or an object of Auth0's bulk import, Cloudentity or Firebase.
   *
   * @throws RefusedHashException as above
   */
  public static ForeignHash parse(JsonNode hash) {
    if (hash.isTextual()) {
      return parse(hash.textValue());
    }
    if (hash.has("algorithm") && hash.has("hash")) {
      return new Auth0Hash(new JsonFields(hash)).parse();
    }
    if (hash.has("config") && hash.has("value")) {
      return new CloudentityHash(new JsonFields(hash)).parse();
    }
    if (hash.has("passwordHash") && hash.has("hash_config")) {
      return FirebaseHash.parse(new JsonFields(hash));
    }
    throw new RefusedHashException(Reason.UNKNOWN, "hash");
  }
}
