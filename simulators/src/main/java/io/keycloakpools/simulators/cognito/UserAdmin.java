package io.keycloakpools.simulators.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

final class UserAdmin {
  private final SimulatedCognitoUsers users;
  private final Lookups lookups;

  UserAdmin(SimulatedCognitoUsers users, Lookups lookups) {
    this.users = users;
    this.lookups = lookups;
  }

  Map<String, Object> disable(CognitoCall call) {
    return change(call, user -> user.enabled(false));
  }

  Map<String, Object> enable(CognitoCall call) {
    return change(call, user -> user.enabled(true));
  }

  Map<String, Object> setPassword(CognitoCall call) {
    String password = call.required("Password");
    PasswordPolicy.require(password);
    UserStatus status =
        call.body().path("Permanent").asBoolean()
            ? UserStatus.CONFIRMED
            : UserStatus.FORCE_CHANGE_PASSWORD;
    return change(
        call, user -> user.password(password).status(status).temporaryPasswordExpired(false));
  }

  /**
   * "AdminUpdateUserAttributes": a blank value deletes the attribute; a new e-mail address or phone
   * number is unverified unless the request says otherwise.
   */
  Map<String, Object> updateAttributes(CognitoCall call) {
    Map<String, String> given = new LinkedHashMap<>();
    for (JsonNode each : call.body().path("UserAttributes")) {
      given.put(each.path("Name").asText(), each.path("Value").asText());
    }
    if (given.containsKey("sub")) {
      throw CognitoError.invalidParameter("Cannot modify the non-mutable attribute sub");
    }
    return change(
        call,
        user -> {
          given.keySet().stream()
              .filter(name -> name.equals("email") || name.equals("phone_number"))
              .forEach(name -> user.attribute(name + "_verified", "false"));
          given.forEach(
              (name, value) -> {
                if (value.isBlank()) {
                  user.withoutAttribute(name);
                } else {
                  user.attribute(name, value);
                }
              });
          return user;
        });
  }

  private Map<String, Object> change(CognitoCall call, UnaryOperator<CognitoUser.Builder> change) {
    users.update(lookups.require(call).user().username(), change);
    return Map.of();
  }
}
