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
 * A JSON array of linked accounts ("Linking federated users to an existing user profile", developer
 * guide).
 */
final class CognitoIdentities {

  /** Cognito links at most five accounts. */
  private static final int MAX_LENGTH = 16_384;

  private static final ObjectMapper JSON = new ObjectMapper();

  private CognitoIdentities() {}

  /**
   * Empty for invalid text.
   *
   * @param email name of each account; Cognito does not return theirs
   */
  static List<SocialIdentity> read(Optional<String> text, Optional<String> email) {
    return text.filter(json -> json.length() <= MAX_LENGTH).map(CognitoIdentities::parse).stream()
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
