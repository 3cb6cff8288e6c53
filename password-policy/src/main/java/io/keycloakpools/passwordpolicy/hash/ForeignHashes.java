package io.keycloakpools.passwordpolicy.hash;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;

/**
 * Reads foreign hashes. The only exception is {@link RefusedHashException}, and no hash is computed
 * here.
 */
public final class ForeignHashes {

  private ForeignHashes() {}

  /**
   * Reads a hash that is one text: modular crypt and PHC strings, Django's, LDAP's {@code
   * {SCHEME}…}.
   *
   * @throws RefusedHashException if it is not known, not well-formed, cannot be verified here, or
   *     would cost too much
   */
  public static ForeignHash parse(String text) {
    return HashText.parse(text);
  }

  /**
   * Reads a hash as JSON: a text, or one of the objects that Auth0's bulk import, Cloudentity and
   * Firebase have.
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
