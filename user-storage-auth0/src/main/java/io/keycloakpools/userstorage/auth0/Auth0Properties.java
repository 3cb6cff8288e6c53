package io.keycloakpools.userstorage.auth0;

import static org.keycloak.provider.ProviderConfigProperty.BOOLEAN_TYPE;

import io.keycloakpools.common.FormProperties;
import java.util.List;
import org.keycloak.provider.ProviderConfigProperty;

final class Auth0Properties {

  static final String DOMAIN = "domain";
  static final String CLIENT_ID = "clientId";
  static final String CLIENT_SECRET = "clientSecret";
  static final String CONNECTION = "connection";
  static final String FORWARD_CLIENT_IP = "forwardClientIp";

  private static final FormProperties FORM = new FormProperties("auth0Label.", "auth0Help.");

  private Auth0Properties() {}

  static List<ProviderConfigProperty> all() {
    ProviderConfigProperty secret = FORM.secret(CLIENT_SECRET);
    secret.setRequired(true);
    return List.of(
        FORM.requiredText(DOMAIN),
        FORM.requiredText(CLIENT_ID),
        secret,
        FORM.requiredText(CONNECTION),
        FORM.property(FORWARD_CLIENT_IP, BOOLEAN_TYPE, true));
  }
}
