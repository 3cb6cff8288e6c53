package io.keycloakpools.simulators.auth0;

import java.util.List;

/** What the simulator answers, with the scopes that the Management API requires. */
public enum Auth0Operation {
  /** Grants password and password-realm. */
  PASSWORD_TOKEN,
  MANAGEMENT_TOKEN,
  MFA_TOKEN,
  MFA_CHALLENGE,
  USERINFO,
  JWKS,
  DISCOVERY,
  USERS_BY_EMAIL("read:users"),
  GET_USER("read:users", "read:current_user", "read:user_idp_tokens"),
  SEARCH_USERS("read:users"),
  /** The only operation that needs all its scopes. */
  USER_ROLES("read:users", "read:roles", "read:role_members"),
  USER_ORGANIZATIONS("read:organizations"),
  ORGANIZATION_MEMBER_ROLES("read:organization_member_roles"),
  AUTHENTICATION_METHODS("read:authentication_methods"),
  ROLES("read:roles"),
  CONNECTIONS("read:connections"),
  CREATE_EXPORT_JOB("read:users"),
  GET_JOB("create:users", "read:users"),
  JOB_ERRORS("create:users", "read:users"),
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
