package io.keycloakpools.harness.person;

import java.util.Map;

public final class DirectGrant {
  private final RealmTokenEndpoint endpoint;

  public DirectGrant(RealmClient client) {
    this.endpoint = new RealmTokenEndpoint(client);
  }

  public TokenAnswer login(String username, String password) {
    return endpoint.ask(
        Map.of(
            "grant_type",
            "password",
            "scope",
            "openid",
            "username",
            username,
            "password",
            password));
  }

  public TokenAnswer login(String username, String password, String oneTimeCode) {
    return endpoint.ask(
        Map.of(
            "grant_type", "password",
            "scope", "openid",
            "username", username,
            "password", password,
            "totp", oneTimeCode));
  }

  public TokenAnswer refresh(TokenAnswer tokens) {
    return endpoint.ask(
        Map.of("grant_type", "refresh_token", "refresh_token", tokens.refreshToken()));
  }
}
