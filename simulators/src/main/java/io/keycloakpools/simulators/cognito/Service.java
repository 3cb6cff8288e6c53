package io.keycloakpools.simulators.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

final class Service {
  private final Iam iam;
  private final Throttling throttling;
  private final Requests requests;
  private final SignIn signIn;
  private final Lookups lookups;
  private final UserListing listing;
  private final UserAdmin admin;

  Service(
      Iam iam,
      Throttling throttling,
      Requests requests,
      SignIn signIn,
      Lookups lookups,
      UserListing listing,
      UserAdmin admin) {
    this.iam = iam;
    this.throttling = throttling;
    this.requests = requests;
    this.signIn = signIn;
    this.lookups = lookups;
    this.listing = listing;
    this.admin = admin;
  }

  void record(HttpRequest request) {
    JsonNode body;
    try {
      body = Json.readObject(request.body());
    } catch (CognitoError e) {
      body = MissingNode.getInstance();
    }
    requests.record(request, body);
  }

  Answer answer(HttpRequest request) {
    try {
      return Answer.ok(perform(request));
    } catch (CognitoError e) {
      return Answer.error(e);
    } catch (RuntimeException e) {
      return Answer.error(new CognitoError("InternalErrorException", e.toString()));
    }
  }

  private Map<String, Object> perform(HttpRequest request) {
    Operation operation =
        request
            .operation()
            .orElseThrow(
                () ->
                    new CognitoError(
                        "UnknownOperationException",
                        "Operation " + request.operationName() + " is not simulated"));
    if (operation.needsIam()) {
      iam.authorize(operation, request);
    }
    throttling.admit(operation);
    return perform(operation, new Call(Json.readObject(request.body())));
  }

  private Map<String, Object> perform(Operation operation, Call call) {
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
