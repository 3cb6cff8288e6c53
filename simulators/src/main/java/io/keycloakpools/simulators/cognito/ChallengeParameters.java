package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.SimulatorJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** ChallengeParameters as listed at "InitiateAuth" in the API reference. */
final class ChallengeParameters {
  private ChallengeParameters() {}

  static Map<String, String> of(String challenge, CognitoUser user) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("USER_ID_FOR_SRP", user.username());
    switch (challenge) {
      case "NEW_PASSWORD_REQUIRED" -> {
        all.put("requiredAttributes", "[]");
        all.put("userAttributes", SimulatorJson.write(new TreeMap<>(user.attributes())));
      }
      case "SMS_MFA" -> {
        all.put("CODE_DELIVERY_DELIVERY_MEDIUM", "SMS");
        all.put("CODE_DELIVERY_DESTINATION", masked(user, "phone_number"));
      }
      case "EMAIL_OTP" -> {
        all.put("CODE_DELIVERY_DELIVERY_MEDIUM", "EMAIL");
        all.put("CODE_DELIVERY_DESTINATION", masked(user, "email"));
      }
      case "SELECT_MFA_TYPE" ->
          all.put(
              "MFAS_CAN_CHOOSE",
              SimulatorJson.write(CognitoSecondFactor.SELECT_MFA_TYPE.settings()));
      case "MFA_SETUP" -> all.put("MFAS_CAN_SETUP", "[\"SOFTWARE_TOKEN_MFA\"]");
      default -> {}
    }
    return all;
  }

  private static String masked(CognitoUser user, String attribute) {
    String value = user.attributes().getOrDefault(attribute, "");
    int shown = Math.max(value.length() - 4, 0);
    return "*".repeat(shown) + value.substring(shown);
  }
}
