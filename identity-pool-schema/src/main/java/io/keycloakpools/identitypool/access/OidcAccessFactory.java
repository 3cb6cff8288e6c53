package io.keycloakpools.identitypool.access;

import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.endpoints.AuthorizationEndpoint;
import org.keycloak.sessions.AuthenticationSessionModel;

public final class OidcAccessFactory extends OIDCLoginProtocolFactory {

  @Override
  public LoginProtocol create(KeycloakSession session) {
    return new OidcAccess(((OIDCLoginProtocol) super.create(session)).getConfig())
        .setSession(session);
  }

  @Override
  public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
    return new Endpoints(session, event);
  }

  @Override
  public int order() {
    return super.order() + 1;
  }

  private static final class Endpoints extends OIDCLoginProtocolService {

    private final KeycloakSession session;
    private final EventBuilder event;

    Endpoints(KeycloakSession session, EventBuilder event) {
      super(session, event);
      this.session = session;
      this.event = event;
    }

    @Override
    public Object auth() {
      return new CheckedAuthorization(session, event);
    }
  }

  private static final class CheckedAuthorization extends AuthorizationEndpoint {

    CheckedAuthorization(KeycloakSession session, EventBuilder event) {
      super(session, event);
    }

    @Override
    protected AuthenticationProcessor createProcessor(
        AuthenticationSessionModel authSession, String flowId, String flowPath) {
      return CheckedProcessor.of(session, event, authSession, flowId, flowPath);
    }
  }
}
