package io.keycloakpools.simulators.cognito;

import io.keycloakpools.simulators.Answer;
import io.keycloakpools.simulators.HttpRequest;
import io.keycloakpools.simulators.SimulatedService;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class CognitoService implements SimulatedService<CognitoOperation, RecordedCognitoRequest> {
  private final Iam iam;
  private final Throttling throttling;
  private final CognitoSignIn signIn;
  private final Lookups lookups;
  private final UserListing listing;
  private final UserAdmin admin;

  CognitoService(
      Iam iam,
      Throttling throttling,
      CognitoSignIn signIn,
      Lookups lookups,
      UserListing listing,
      UserAdmin admin) {
    this.iam = iam;
    this.throttling = throttling;
    this.signIn = signIn;
    this.lookups = lookups;
    this.listing = listing;
    this.admin = admin;
  }

  @Override
  public Optional<CognitoOperation> operation(HttpRequest request) {
    return CognitoTarget.operation(request);
  }

  @Override
  public RecordedCognitoRequest describe(HttpRequest request, Instant at) {
    return RecordedCognitoRequest.of(request, at);
  }

  @Override
  public Map<String, String> commonHeaders() {
    return Map.of("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  @Override
  public Answer answer(HttpRequest request) {
    try {
      return CognitoAnswers.ok(perform(request));
    } catch (CognitoError e) {
      return CognitoAnswers.error(e);
    } catch (RuntimeException e) {
      return CognitoAnswers.error(new CognitoError("InternalErrorException", e.toString()));
    }
  }

  private Map<String, Object> perform(HttpRequest request) {
    CognitoOperation operation =
        operation(request)
            .orElseThrow(
                () ->
                    new CognitoError(
                        "UnknownOperationException",
                        "Operation " + CognitoTarget.name(request) + " is not simulated"));
    if (operation.needsIam()) {
      iam.authorize(operation, request);
    }
    throttling.admit(operation);
    return perform(operation, CognitoCall.of(request));
  }

  private Map<String, Object> perform(CognitoOperation operation, CognitoCall call) {
    return switch (operation) {
      case INITIATE_AUTH -> signIn.initiate(call);
      case ADMIN_INITIATE_AUTH -> signIn.adminInitiate(call);
      case RESPOND_TO_AUTH_CHALLENGE -> signIn.respond(call);
      case ADMIN_RESPOND_TO_AUTH_CHALLENGE -> signIn.adminRespond(call);
      case ADMIN_GET_USER -> lookups.getUser(call);
      case ADMIN_LIST_GROUPS_FOR_USER -> lookups.listGroupsForUser(call);
      case LIST_GROUPS -> lookups.listGroups(call);
      case LIST_USERS -> listing.listUsers(call);
      case ADMIN_DISABLE_USER -> admin.disable(call);
      case ADMIN_ENABLE_USER -> admin.enable(call);
      case ADMIN_SET_USER_PASSWORD -> admin.setPassword(call);
      case ADMIN_UPDATE_USER_ATTRIBUTES -> admin.updateAttributes(call);
    };
  }
}
