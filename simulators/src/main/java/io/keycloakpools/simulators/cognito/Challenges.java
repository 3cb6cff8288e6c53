package io.keycloakpools.simulators.cognito;

import java.util.Map;

final class Challenges {
  private static final String RESPONSES = "ChallengeResponses";
  private static final String NEW_PASSWORD_REQUIRED = "NEW_PASSWORD_REQUIRED";

  private final CognitoPoolSettings pool;
  private final SimulatedCognitoUsers users;
  private final CognitoUserLookup lookup;
  private final CognitoSessions sessions;
  private final Tokens tokens;

  Challenges(
      CognitoPoolSettings pool,
      SimulatedCognitoUsers users,
      CognitoUserLookup lookup,
      CognitoSessions sessions,
      Tokens tokens) {
    this.pool = pool;
    this.users = users;
    this.lookup = lookup;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  Map<String, Object> ask(AppClient client, CognitoUser user, String challenge) {
    return Map.of(
        "ChallengeName",
        challenge,
        "Session",
        sessions.open(client, user, challenge),
        "ChallengeParameters",
        ChallengeParameters.of(challenge, user));
  }

  Map<String, Object> afterPassword(AppClient client, CognitoUser user) {
    return user.status() == UserStatus.FORCE_CHANGE_PASSWORD
        ? ask(client, user, NEW_PASSWORD_REQUIRED)
        : afterPermanentPassword(client, user);
  }

  Map<String, Object> respond(AppClient client, CognitoCall call) {
    String challenge = call.required("ChallengeName");
    String token = call.required("Session");
    String username = call.requiredParameter(RESPONSES, "USERNAME");
    CognitoSessions.Session session = sessions.require(token, client, challenge);
    CognitoUser user =
        lookup.bySub(session.sub()).map(StoredUser::user).orElseThrow(CognitoSessions::invalid);
    CognitoSecretHash.verify(client, user.username(), call.parameter(RESPONSES, "SECRET_HASH"));
    if (lookup.forSignIn(username).filter(it -> it.user().equals(user)).isEmpty()) {
      throw CognitoSessions.invalid();
    }
    if (!user.enabled()) {
      throw CognitoError.notAuthorized("User is disabled.");
    }
    Map<String, Object> next = answer(client, user, challenge, call);
    sessions.close(token);
    return next;
  }

  private Map<String, Object> answer(
      AppClient client, CognitoUser user, String challenge, CognitoCall call) {
    return switch (challenge) {
      case NEW_PASSWORD_REQUIRED -> afterPermanentPassword(client, changePassword(user, call));
      case "SMS_MFA", "SOFTWARE_TOKEN_MFA", "EMAIL_OTP" -> {
        requireCode(CognitoSecondFactor.valueOf(challenge), call);
        yield tokens.issue(client, user);
      }
      case "SELECT_MFA_TYPE" -> ask(client, user, chosenFactor(call));
      default ->
          throw CognitoError.invalidParameter(
              "The answer to challenge " + challenge + " is not simulated");
    };
  }

  private Map<String, Object> afterPermanentPassword(AppClient client, CognitoUser user) {
    if (user.forcedChallenge().isPresent()) {
      return ask(client, user, user.forcedChallenge().get());
    }
    return user.secondFactor() == CognitoSecondFactor.NONE
        ? tokens.issue(client, user)
        : ask(client, user, user.secondFactor().name());
  }

  private CognitoUser changePassword(CognitoUser user, CognitoCall call) {
    String password = call.requiredParameter(RESPONSES, "NEW_PASSWORD");
    PasswordPolicy.require(password);
    Map<String, String> given = call.parameters(RESPONSES, "userAttributes.");
    return users.update(
        user.username(),
        changed -> {
          given.forEach(changed::attribute);
          return changed.password(password).status(UserStatus.CONFIRMED);
        });
  }

  private void requireCode(CognitoSecondFactor factor, CognitoCall call) {
    if (!pool.mfaCode().equals(call.requiredParameter(RESPONSES, factor.answer()))) {
      throw new CognitoError("CodeMismatchException", "Invalid code received for user");
    }
  }

  private static String chosenFactor(CognitoCall call) {
    String chosen = call.requiredParameter(RESPONSES, "ANSWER");
    if (!CognitoSecondFactor.SELECT_MFA_TYPE.settings().contains(chosen)) {
      throw CognitoError.invalidParameter("Invalid MFA type " + chosen);
    }
    return chosen;
  }
}
