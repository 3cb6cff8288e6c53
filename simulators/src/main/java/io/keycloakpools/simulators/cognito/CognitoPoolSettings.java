package io.keycloakpools.simulators.cognito;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

record CognitoPoolSettings(
    String region,
    String poolId,
    Map<String, AppClient> clients,
    boolean caseSensitive,
    Set<SignInAttribute> aliases,
    Set<SignInAttribute> usernameAttributes,
    String mfaCode) {

  static final String ACCOUNT = "123456789012";

  String arn() {
    return "arn:aws:cognito-idp:" + region + ":" + ACCOUNT + ":userpool/" + poolId;
  }

  String issuer() {
    return "https://cognito-idp." + region + ".amazonaws.com/" + poolId;
  }

  void requirePool(String asked) {
    if (!poolId.equals(asked)) {
      throw CognitoError.resourceNotFound("User pool " + asked + " does not exist.");
    }
  }

  AppClient requireClient(String asked) {
    return Optional.ofNullable(clients.get(asked))
        .orElseThrow(
            () -> CognitoError.resourceNotFound("User pool client " + asked + " does not exist."));
  }

  String fold(String value) {
    return caseSensitive ? value : value.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "PoolSettings[" + poolId + "]";
  }
}
