package io.keycloakpools.demo;

import io.keycloakpools.demo.site.Application;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.RealmClient;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * The applications as clients of the realm: confidential, code flow with PKCE, and exactly the
 * redirect URIs of the site. Direct grant is for {@code --check}.
 */
record DemoClients(URI site, Map<Application, String> secrets) {
  private static final String OIDC = "openid-connect";

  static DemoClients of(URI site) {
    Map<Application, String> secrets = new EnumMap<>(Application.class);
    Stream.of(Application.values())
        .forEach(each -> secrets.put(each, UUID.randomUUID().toString()));
    return new DemoClients(site, secrets);
  }

  List<ClientRepresentation> representations() {
    return Stream.of(Application.values()).map(this::representation).toList();
  }

  private ClientRepresentation representation(Application application) {
    ClientRepresentation client = new ClientRepresentation();
    client.setClientId(application.id());
    client.setEnabled(true);
    client.setProtocol(OIDC);
    client.setSecret(secrets.get(application));
    client.setStandardFlowEnabled(true);
    client.setDirectAccessGrantsEnabled(true);
    client.setBaseUrl(application.page(site).toString());
    client.setRedirectUris(List.of(application.callback(site).toString()));
    client.setAttributes(
        Map.of(
            "pkce.code.challenge.method",
            "S256",
            "post.logout.redirect.uris",
            application.signedOut(site).toString()));
    client.setProtocolMappers(
        List.of(
            attribute(DemoPool.ATTRIBUTE, DemoPool.ATTRIBUTE),
            attribute("identityPool", "identity_pool"),
            mapper(
                "roles",
                "oidc-usermodel-realm-role-mapper",
                Map.of("multivalued", "true", "claim.name", "roles"))));
    return client;
  }

  private static ProtocolMapperRepresentation attribute(String attribute, String claim) {
    return mapper(
        claim,
        "oidc-usermodel-attribute-mapper",
        Map.of("user.attribute", attribute, "claim.name", claim));
  }

  private static ProtocolMapperRepresentation mapper(
      String name, String type, Map<String, String> config) {
    ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
    mapper.setName(name);
    mapper.setProtocol(OIDC);
    mapper.setProtocolMapper(type);
    Map<String, String> all = new HashMap<>(config);
    all.put("id.token.claim", "true");
    all.put("jsonType.label", "String");
    mapper.setConfig(all);
    return mapper;
  }

  RealmClient client(TestRealm realm, Application application) {
    RealmClient client = realm.client(application.id(), Optional.of(secrets.get(application)));
    return new RealmClient(
        client.baseUrl(),
        client.realm(),
        client.clientId(),
        client.secret(),
        application.callback(site));
  }

  @Override
  public String toString() {
    return "DemoClients[" + site + "]";
  }
}
