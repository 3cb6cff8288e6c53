package io.keycloakpools.userstorage.cognito;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakpools.userstorage.directory.Names;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The attribute {@code identities}: accounts at other identity providers with which a user also
 * signs in ("Linking federated users to an existing user profile" in the developer guide). The text
 * is a JSON array of objects with {@code userId}, {@code providerName}, {@code providerType},
 * {@code primary} and {@code dateCreated}.
 */
final class CognitoIdentities {

  /** Cognito links five accounts at most; whatever is much longer is something else. */
  private static final int LONGEST_TEXT = 16_384;

  private static final ObjectMapper JSON = new ObjectMapper();

  private CognitoIdentities() {}

  /**
   * The accounts, by the names of the providers in the user pool; none if the text is not what
   * Cognito writes.
   *
   * @param email shown as the name of each account; Cognito does not tell theirs
   */
  static List<SocialIdentity> read(Optional<String> text, Optional<String> email) {
    return text.filter(json -> json.length() <= LONGEST_TEXT).map(CognitoIdentities::parse).stream()
        .flatMap(accounts -> StreamSupport.stream(accounts.spliterator(), false))
        .filter(account -> has(account, "providerName") && has(account, "userId"))
        .map(account -> identity(account, email))
        .toList();
  }

  private static SocialIdentity identity(JsonNode account, Optional<String> email) {
    String id = account.get("userId").textValue();
    return new SocialIdentity(
        account.get("providerName").textValue(), id, email.map(Names::folded).orElse(id));
  }

  private static boolean has(JsonNode account, String member) {
    return account.path(member).isTextual() && !account.get(member).textValue().isBlank();
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode accounts = JSON.readTree(text);
      return accounts.isArray() ? accounts : JSON.createArrayNode();
    } catch (JsonProcessingException e) {
      return JSON.createArrayNode();
    }
  }
}
