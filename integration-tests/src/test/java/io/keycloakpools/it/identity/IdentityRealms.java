package io.keycloakpools.it.identity;

import java.util.List;
import java.util.Map;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentExportRepresentation;

/** What realms with identity pools are made with. */
final class IdentityRealms {

  private IdentityRealms() {}

  static ComponentExportRepresentation schema(String name, String kind, String text) {
    ComponentExportRepresentation schema = new ComponentExportRepresentation();
    schema.setName(name);
    schema.setProviderId("identity-schema");
    schema.setConfig(
        new MultivaluedHashMap<>(
            Map.of("kind", List.of(kind), "schema", List.of(text), "version", List.of("1"))));
    return schema;
  }

  /** Where people sign in with a browser. */
  static ClientRepresentation application(String id) {
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(id);
    client.setEnabled(true);
    client.setProtocol("openid-connect");
    client.setPublicClient(true);
    client.setStandardFlowEnabled(true);
    client.setFullScopeAllowed(true);
    client.setRedirectUris(List.of("http://127.0.0.1/callback/*"));
    return client;
  }
}
