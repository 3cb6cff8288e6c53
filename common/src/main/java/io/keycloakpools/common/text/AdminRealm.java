package io.keycloakpools.common.text;

import org.keycloak.common.util.Encode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.JsonWebToken;

public final class AdminRealm {

  private AdminRealm() {}

  /**
   * The admin's own realm, as in {@code AdminRoot.authenticateRealmAdminRequest}; admins of {@code
   * master} administer others.
   */
  public static RealmModel of(KeycloakSession session, JsonWebToken token) {
    String issuer = token.getIssuer();
    return session
        .realms()
        .getRealmByName(Encode.decodePath(issuer.substring(issuer.lastIndexOf('/') + 1)));
  }
}
