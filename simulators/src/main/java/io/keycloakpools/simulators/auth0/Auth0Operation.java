package io.keycloakpools.simulators.auth0;

import java.util.List;

/** What the simulator answers, with the scopes that the Management API asks for. */
public enum Auth0Operation {
  /** {@code POST /oauth/token}, grants password and password-realm. */
  PASSWORD_TOKEN,
  /** {@code POST /oauth/token}, grant client_credentials. */
  MANAGEMENT_TOKEN,
  /** {@code POST /oauth/token}, grant mfa-otp. */
  MFA_TOKEN,
  /** {@code POST /mfa/challenge}. */
  MFA_CHALLENGE,
  /** {@code GET /userinfo}. */
  USERINFO,
  /** {@code GET /.well-known/jwks.json}. */
  JWKS,
  /** {@code GET /.well-known/openid-configuration}. */
  DISCOVERY,
  /** {@code GET /api/v2/users-by-email}. */
  USERS_BY_EMAIL("read:users"),
  /** {@code GET /api/v2/users/{id}}. */
  GET_USER("read:users", "read:current_user", "read:user_idp_tokens"),
  /** {@code GET /api/v2/users}. */
  SEARCH_USERS("read:users"),
  /** {@code GET /api/v2/users/{id}/roles}: the only operation that needs all its scopes. */
  USER_ROLES("read:users", "read:roles", "read:role_members"),
  /** {@code GET /api/v2/users/{id}/organizations}. */
  USER_ORGANIZATIONS("read:organizations"),
  /** {@code GET /api/v2/organizations/{id}/members/{user_id}/roles}. */
  ORGANIZATION_MEMBER_ROLES("read:organization_member_roles"),
  /** {@code GET /api/v2/users/{id}/authentication-methods}. */
  AUTHENTICATION_METHODS("read:authentication_methods"),
  /** {@code GET /api/v2/roles}. */
  ROLES("read:roles"),
  /** {@code GET /api/v2/connections}. */
  CONNECTIONS("read:connections"),
  /** {@code POST /api/v2/jobs/users-exports}. */
  CREATE_EXPORT_JOB("read:users"),
  /** {@code GET /api/v2/jobs/{id}}. */
  GET_JOB("create:users", "read:users"),
  /** {@code GET /api/v2/jobs/{id}/errors}. */
  JOB_ERRORS("create:users", "read:users"),
  /** The link of a finished export. */
  DOWNLOAD_EXPORT;

  private final String scopes;

  Auth0Operation(String... scopes) {
    this.scopes = String.join(" ", scopes);
  }

  List<String> scopes() {
    return List.of(scopes.split(" ", -1));
  }

  boolean needsAllScopes() {
    return this == USER_ROLES;
  }
}
