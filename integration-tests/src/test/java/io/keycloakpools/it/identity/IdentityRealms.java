package io.keycloakpools.it.identity;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Parts of realms with identity pools. */
final class IdentityRealms {

  private IdentityRealms() {}

  /**
   * A realm with registration and the applications {@code web}, {@code staff} and {@code plain}.
   *
   * @param more settings of the realm
   */
  static TestRealm create(
      AdminApi admin,
      ComponentExportRepresentation payload,
      ComponentExportRepresentation metadata,
      Consumer<RealmRepresentation> more) {
    return admin.createRealm(
        settings -> {
          settings.setRegistrationAllowed(true);
          settings
              .getComponents()
              .addAll(
                  "io.keycloakpools.identitypool.store.IdentitySchemaProvider", payload, metadata);
          settings.setClients(
              Stream.concat(
                      settings.getClients().stream(),
                      Stream.of(application("staff"), application("plain")))
                  .toList());
          more.accept(settings);
        });
  }

  static ComponentExportRepresentation schema(String name, String kind, String text) {
    ComponentExportRepresentation schema = new ComponentExportRepresentation();
    schema.setName(name);
    schema.setProviderId("identity-schema");
    schema.setConfig(
        new MultivaluedHashMap<>(
            Map.of("kind", List.of(kind), "schema", List.of(text), "version", List.of("1"))));
    return schema;
  }

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
