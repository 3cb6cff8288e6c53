package io.keycloakpools.identitypool.access;

import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.saml.SamlProtocolFactory;
import org.keycloak.protocol.saml.SamlService;
import org.keycloak.protocol.saml.profile.ecp.SamlEcpProfileService;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.sessions.AuthenticationSessionModel;

public final class SamlAccessFactory extends SamlProtocolFactory {

  private DestinationValidator destinations;

  /** Keycloak's field is private. */
  @Override
  public void init(Config.Scope config) {
    super.init(config);
    destinations = DestinationValidator.forProtocolMap(config.getArray("knownProtocols"));
  }

  @Override
  public LoginProtocol create(KeycloakSession session) {
    return new SamlAccess().setSession(session);
  }

  @Override
  public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
    return new Endpoint(session, event, getMaxInflatingSize(), destinations);
  }

  @Override
  public int order() {
    return super.order() + 1;
  }

  private static final class Endpoint extends SamlService {

    private final long maxInflatingSize;
    private final DestinationValidator destinations;

    Endpoint(
        KeycloakSession session,
        EventBuilder event,
        long maxInflatingSize,
        DestinationValidator destinations) {
      super(session, event, maxInflatingSize, destinations);
      this.maxInflatingSize = maxInflatingSize;
      this.destinations = destinations;
    }

    @Override
    protected AuthenticationProcessor createProcessor(
        AuthenticationSessionModel authSession, String flowId, String flowPath) {
      return CheckedProcessor.of(session, event, authSession, flowId, flowPath);
    }

    @Override
    public Response soapBinding(InputStream request) {
      return new Ecp(session, event, maxInflatingSize, destinations).authenticate(request);
    }
  }

  /** The profile for programs, SAML 2.0 Profiles 4.2, is always passive. */
  private static final class Ecp extends SamlEcpProfileService {

    Ecp(
        KeycloakSession session,
        EventBuilder event,
        long maxInflatingSize,
        DestinationValidator destinations) {
      super(session, event, maxInflatingSize, destinations);
    }

    @Override
    protected AuthenticationProcessor createProcessor(
        AuthenticationSessionModel authSession, String flowId, String flowPath) {
      return CheckedProcessor.of(session, event, authSession, flowId, flowPath);
    }
  }
}
