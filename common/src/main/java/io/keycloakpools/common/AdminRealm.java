package io.keycloakpools.common;

import org.keycloak.common.util.Encode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.JsonWebToken;

/** The realm that an admin signed in to; admins of {@code master} administer other realms. */
public final class AdminRealm {

  private AdminRealm() {}

  /** The realm that issued a token, as {@code AdminRoot.authenticateRealmAdminRequest} has it. */
  public static RealmModel of(KeycloakSession session, JsonWebToken token) {
    String issuer = token.getIssuer();
    return session
        .realms()
        .getRealmByName(Encode.decodePath(issuer.substring(issuer.lastIndexOf('/') + 1)));
  }
}
