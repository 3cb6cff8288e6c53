package io.keycloakpools.simulators.cognito;

/** The attributes a pool can take instead of the username ("Customizing sign-in attributes"). */
public enum SignInAttribute {
  EMAIL("email", "email_verified"),
  PHONE_NUMBER("phone_number", "phone_number_verified"),
  PREFERRED_USERNAME("preferred_username", "");

  private final String attribute;
  private final String verifiedBy;

  SignInAttribute(String attribute, String verifiedBy) {
    this.attribute = attribute;
    this.verifiedBy = verifiedBy;
  }

  String attribute() {
    return attribute;
  }

  boolean isVerifiedFor(CognitoUser user) {
    return verifiedBy.isEmpty() || "true".equals(user.attributes().get(verifiedBy));
  }
}
