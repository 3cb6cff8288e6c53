package io.keycloakpools.simulators.auth0;

import io.keycloakpools.simulators.Answer;

/** The Management API: rate limit, token, scopes, query parameters, then the operation. */
final class Management {
  private final ManagementTokens tokens;
  private final RateLimits limits;
  private final UserReads reads;
  private final UserSearch search;
  private final Exports exports;

  Management(
      ManagementTokens tokens,
      RateLimits limits,
      UserReads reads,
      UserSearch search,
      Exports exports) {
    this.tokens = tokens;
    this.limits = limits;
    this.reads = reads;
    this.search = search;
    this.exports = exports;
  }

  Answer answer(Call call) {
    RateLimits.Standing standing = limits.management();
    return admitted(call, standing).with(standing.headers());
  }

  private Answer admitted(Call call, RateLimits.Standing standing) {
    try {
      if (!standing.admitted()) {
        throw ManagementErrors.tooManyRequests();
      }
      Operation operation = call.operation().orElseThrow(ManagementErrors::pathNotFound);
      Scopes scopes = authorize(operation, call);
      QueryParameters.requireKnown(operation, call);
      return perform(operation, call, scopes);
    } catch (Auth0Error e) {
      return e.answer();
    }
  }

  private Scopes authorize(Operation operation, Call call) {
    String header =
        call.request().header("Authorization").orElseThrow(ManagementErrors::missingToken);
    Scopes scopes = tokens.verify(header);
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

  private Answer perform(Operation operation, Call call, Scopes scopes) {
    return switch (operation) {
      case USERS_BY_EMAIL -> Answers.ok(reads.byEmail(call));
      case GET_USER -> Answers.ok(reads.user(call));
      case SEARCH_USERS -> Answers.ok(search.search(call));
      case USER_ROLES -> Answers.ok(reads.roles(call));
      case USER_ORGANIZATIONS -> Answers.ok(reads.organizations(call));
      case ORGANIZATION_MEMBER_ROLES -> Answers.ok(reads.organizationRoles(call));
      case AUTHENTICATION_METHODS -> Answers.ok(reads.authenticationMethods(call));
      case ROLES -> Answers.ok(reads.allRoles(call));
      case CONNECTIONS -> Answers.ok(reads.connections(call, scopes));
      case CREATE_EXPORT_JOB -> Answers.ok(exports.create(call));
      case GET_JOB -> Answers.ok(exports.status(call));
      case JOB_ERRORS -> exports.errors(call);
      default -> throw ManagementErrors.pathNotFound();
    };
  }
}
