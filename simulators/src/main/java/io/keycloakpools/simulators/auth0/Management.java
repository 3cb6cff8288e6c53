package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.Answer;

/** Checks rate limit, token, scopes and query parameters, then runs the operation. */
final class Management {
  private final ManagementTokens tokens;
  private final RateLimits limits;
  private final UserReads reads;
  private final Auth0UserSearch search;
  private final Exports exports;

  Management(
      ManagementTokens tokens,
      RateLimits limits,
      UserReads reads,
      Auth0UserSearch search,
      Exports exports) {
    this.tokens = tokens;
    this.limits = limits;
    this.reads = reads;
    this.search = search;
    this.exports = exports;
  }

  Answer answer(Auth0Call call) {
    RateLimits.Standing standing = limits.management();
    return admitted(call, standing).with(standing.headers());
  }

  private Answer admitted(Auth0Call call, RateLimits.Standing standing) {
    try {
      if (!standing.admitted()) {
        throw ManagementErrors.tooManyRequests();
      }
      Auth0Operation operation = call.operation().orElseThrow(ManagementErrors::pathNotFound);
      Auth0Scopes scopes = authorize(operation, call);
      QueryParameters.requireKnown(operation, call);
      return perform(operation, call, scopes);
    } catch (Auth0Error e) {
      return e.answer();
    }
  }

  private Auth0Scopes authorize(Auth0Operation operation, Auth0Call call) {
    String header =
        call.request().header("Authorization").orElseThrow(ManagementErrors::missingToken);
    Auth0Scopes scopes = tokens.verify(header);
    boolean all = operation.needsAllScopes();
    boolean enough =
        all
            ? operation.scopes().stream().allMatch(scopes::contains)
            : operation.scopes().stream().anyMatch(scopes::contains);
    if (!enough) {
      throw ManagementErrors.insufficientScope(all, operation.scopes());
    }
    return scopes;
  }

  private Answer perform(Auth0Operation operation, Auth0Call call, Auth0Scopes scopes) {
    return switch (operation) {
      case USERS_BY_EMAIL -> Auth0Answers.ok(reads.byEmail(call));
      case GET_USER -> Auth0Answers.ok(reads.user(call));
      case SEARCH_USERS -> Auth0Answers.ok(search.search(call));
      case USER_ROLES -> Auth0Answers.ok(reads.roles(call));
      case USER_ORGANIZATIONS -> Auth0Answers.ok(reads.organizations(call));
      case ORGANIZATION_MEMBER_ROLES -> Auth0Answers.ok(reads.organizationRoles(call));
      case AUTHENTICATION_METHODS -> Auth0Answers.ok(reads.authenticationMethods(call));
      case ROLES -> Auth0Answers.ok(reads.allRoles(call));
      case CONNECTIONS -> Auth0Answers.ok(reads.connections(call, scopes));
      case CREATE_EXPORT_JOB -> Auth0Answers.ok(exports.create(call));
      case GET_JOB -> Auth0Answers.ok(exports.status(call));
      case JOB_ERRORS -> exports.errors(call);
      default -> throw ManagementErrors.pathNotFound();
    };
  }
}
