package io.keycloakpools.it.peers;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user pool in the emulator, with Keycloak's client. */
public record CognitoPool(CognitoLocal cognito, String id, String clientId) {
  /** Creates a user with a confirmed password. */
  public void createUser(String username, String password, Map<String, String> attributes) {
    createInvitedUser(username, password, attributes);
    setPassword(username, password, true);
  }

  /** Creates a user with a temporary password. */
  public void createInvitedUser(
      String username, String temporaryPassword, Map<String, String> attributes) {
    admin(
        "AdminCreateUser",
        username,
        Map.of(
            "TemporaryPassword",
            temporaryPassword,
            "MessageAction",
            "SUPPRESS",
            "UserAttributes",
            list(attributes)));
  }

  /** Sets a password, for good or until the next sign-in. */
  public void setPassword(String username, String password, boolean permanent) {
    admin("AdminSetUserPassword", username, Map.of("Password", password, "Permanent", permanent));
  }

  public void updateAttributes(String username, Map<String, String> attributes) {
    admin("AdminUpdateUserAttributes", username, Map.of("UserAttributes", list(attributes)));
  }

  public void createGroup(String group) {
    done(cognito.call("CreateGroup", Map.of("UserPoolId", id, "GroupName", group)));
  }

  public void addToGroup(String username, String group) {
    admin("AdminAddUserToGroup", username, Map.of("GroupName", group));
  }

  public void disable(String username) {
    admin("AdminDisableUser", username, Map.of());
  }

  public void enable(String username) {
    admin("AdminEnableUser", username, Map.of());
  }

  public void delete(String username) {
    admin("AdminDeleteUser", username, Map.of());
  }

  public JsonNode user(String username) {
    return admin("AdminGetUser", username, Map.of());
  }

  public String sub(String username) {
    for (JsonNode attribute : user(username).path("UserAttributes")) {
      if (attribute.path("Name").asText().equals("sub")) {
        return attribute.path("Value").asText();
      }
    }
    throw new IllegalStateException("User without sub: " + username);
  }

  public JsonNode admin(String action, String username, Map<String, ?> input) {
    Map<String, Object> all = new HashMap<>(input);
    all.put("UserPoolId", id);
    all.put("Username", username);
    return done(cognito.call(action, all));
  }

  @Override
  public String toString() {
    return "CognitoPool[" + id + "]";
  }

  static JsonNode done(JsonAnswer answer) {
    if (!answer.ok()) {
      throw new IllegalStateException(
          answer.body().path("__type").asText() + ": " + answer.body().path("message").asText());
    }
    return answer.body();
  }

  private static List<Map<String, String>> list(Map<String, String> attributes) {
    return attributes.entrySet().stream()
        .map(attribute -> Map.of("Name", attribute.getKey(), "Value", attribute.getValue()))
        .toList();
  }
}
