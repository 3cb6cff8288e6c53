package io.keycloakpools.simulators.cognito;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class CognitoSignIn {
  private static final String PARAMETERS = "AuthParameters";
  private static final Set<String> ADMIN_FLOWS =
      Set.of("ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH");
  private static final Set<String> NOT_SIMULATED =
      Set.of("USER_SRP_AUTH", "USER_AUTH", "CUSTOM_AUTH", "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN");
  private static final Set<String> AFTER_PASSWORD =
      Set.of(
          "DEVICE_SRP_AUTH",
          "DEVICE_PASSWORD_VERIFIER",
          "SMS_MFA",
          "SOFTWARE_TOKEN_MFA",
          "EMAIL_OTP",
          "SELECT_MFA_TYPE",
          "MFA_SETUP");

  private final CognitoPoolSettings pool;
  private final CognitoUserLookup lookup;
  private final CognitoPasswordCheck passwords;
  private final Challenges challenges;

  CognitoSignIn(
      CognitoPoolSettings pool,
      CognitoUserLookup lookup,
      CognitoPasswordCheck passwords,
      Challenges challenges) {
    this.pool = pool;
    this.lookup = lookup;
    this.passwords = passwords;
    this.challenges = challenges;
  }

  Map<String, Object> initiate(CognitoCall call) {
    AppClient client = pool.requireClient(call.required("ClientId"));
    String flow = call.required("AuthFlow");
    refuseUnsimulated(flow);
    if (!flow.equals("USER_PASSWORD_AUTH")) {
      throw CognitoError.invalidParameter("Initiate Auth method not supported.");
    }
    if (!client.flows().contains(CognitoAuthFlow.USER_PASSWORD_AUTH)) {
      throw CognitoError.invalidParameter(flow + " flow not enabled for this client");
    }
    return authenticate(client, call);
  }

  Map<String, Object> adminInitiate(CognitoCall call) {
    pool.requirePool(call.required("UserPoolId"));
    AppClient client = pool.requireClient(call.required("ClientId"));
    String flow = call.required("AuthFlow");
    refuseUnsimulated(flow);
    if (!ADMIN_FLOWS.contains(flow)) {
      throw CognitoError.invalidParameter("Initiate Auth method not supported.");
    }
    if (!client.flows().contains(CognitoAuthFlow.ADMIN_USER_PASSWORD_AUTH)) {
      throw CognitoError.invalidParameter("Auth flow not enabled for this client");
    }
    return authenticate(client, call);
  }

  Map<String, Object> respond(CognitoCall call) {
    return challenges.respond(pool.requireClient(call.required("ClientId")), call);
  }

  Map<String, Object> adminRespond(CognitoCall call) {
    pool.requirePool(call.required("UserPoolId"));
    return respond(call);
  }

  private Map<String, Object> authenticate(AppClient client, CognitoCall call) {
    String username = call.requiredParameter(PARAMETERS, "USERNAME");
    CognitoSecretHash.verify(client, username, call.parameter(PARAMETERS, "SECRET_HASH"));
    String password = call.requiredParameter(PARAMETERS, "PASSWORD");
    CognitoUser user =
        lookup.forSignIn(username).map(StoredUser::user).orElseThrow(() -> missing(client));
    passwords.refuseByStatus(client, user);
    Optional<String> early = user.forcedChallenge().filter(each -> !AFTER_PASSWORD.contains(each));
    if (early.isPresent()) {
      return challenges.ask(client, user, early.get());
    }
    passwords.require(client, user, password);
    return challenges.afterPassword(client, user);
  }

  private static CognitoError missing(AppClient client) {
    return client.preventUserExistenceErrors() == PreventUserExistenceErrors.LEGACY
        ? CognitoError.userNotFound()
        : CognitoError.wrongCredentials();
  }

  private static void refuseUnsimulated(String flow) {
    if (NOT_SIMULATED.contains(flow)) {
      throw CognitoError.invalidParameter("The flow " + flow + " is not simulated");
    }
  }
}
