package io.keycloakpools.simulators.auth0;

import java.util.List;
import java.util.Map;

/** Errors of the Management API, with texts from OpenAPI or as seen in public reports. */
final class ManagementErrors {
  private ManagementErrors() {}

  static Auth0Error missingToken() {
    return Auth0Error.management(401, "Missing authentication");
  }

  static Auth0Error malformedHeader() {
    return Auth0Error.management(400, "Bad HTTP authentication header format", "Bearer");
  }

  static Auth0Error invalidToken() {
    return unauthorized("Invalid token");
  }

  static Auth0Error expiredToken() {
    return unauthorized("Expired token received for JSON Web Token validation");
  }

  private static Auth0Error unauthorized(String message) {
    return Auth0Error.management(401, message).and("attributes", Map.of("error", message));
  }

  static Auth0Error insufficientScope(boolean all, List<String> scopes) {
    return Auth0Error.management(
        403,
        "Insufficient scope, expected %s of: %s"
            .formatted(all ? "all" : "any", String.join(",", scopes)),
        "insufficient_scope");
  }

  static Auth0Error userNotFound() {
    return Auth0Error.management(404, "The user does not exist.", "inexistent_user");
  }

  static Auth0Error organizationNotFound() {
    return Auth0Error.management(
        404, "No organization found by that id or name", "inexistent_organization");
  }

  static Auth0Error jobNotFound() {
    return Auth0Error.management(404, "The job does not exist", "inexistent_job");
  }

  static Auth0Error pathNotFound() {
    return Auth0Error.management(404, "Not Found");
  }

  static Auth0Error invalidQuery(String message) {
    return Auth0Error.management(400, message, "invalid_query_string");
  }

  static Auth0Error invalidBody(String message) {
    return Auth0Error.management(400, message, "invalid_body");
  }

  /** "View Search Results by Page", limitation. */
  static Auth0Error beyondSearchResults() {
    return Auth0Error.management(
        400,
        "You can only page through the first 1000 records. See"
            + " https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation",
        "invalid_paging");
  }

  static Auth0Error beyondPages(int page) {
    return Auth0Error.management(
        400,
        "Requesting page "
            + page
            + " exceeds the allowed maximum of 1000 records. To fetch results beyond 1000, use the"
            + " checkpoint pagination method.",
        "invalid_paging");
  }

  static Auth0Error tooManyRequests() {
    return Auth0Error.management(429, "Global limit has been reached", "too_many_requests");
  }
}
