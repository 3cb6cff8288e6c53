package io.keycloakpools.demo;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class DemoRealm {
  static final String NAME = "demo";

  private static final List<String> ORGANIZATIONS = List.of("acme", "globex");

  /** The test realms' client that takes any redirect URI; the demo does not need it. */
  private static final String WEB = "web";

  private DemoRealm() {}

  static TestRealm create(
      AdminApi admin, List<DemoPool> pools, DemoClients clients, Map<String, String> smtp) {
    TestRealm realm =
        admin.createRealm(
            settings -> {
              settings.setRealm(NAME);
              settings.setDisplayName("Keycloak Pools demo");
              settings.setOrganizationsEnabled(true);
              settings.setBruteForceProtected(true);
              settings.setRegistrationAllowed(true);
              settings.setSmtpServer(smtp);
              settings.setClients(
                  Stream.concat(
                          settings.getClients().stream()
                              .filter(client -> !client.getClientId().equals(WEB)),
                          clients.representations().stream())
                      .toList());
            });
    ORGANIZATIONS.forEach(name -> realm.organizations().create(name).expectDone());
    realm.createRole(DemoPool.ROLE).expectDone();
    realm.profile().addAttribute(department()).expectDone();
    DemoIdentityPools.create(realm);
    for (DemoPool pool : pools) {
      realm
          .components()
          .add(pool.name(), pool.directory().providerId(), pool.settings())
          .expectDone();
    }
    return realm;
  }

  private static Map<String, ?> department() {
    List<String> everybody = List.of("admin", "user");
    return Map.of(
        "name",
        DemoPool.ATTRIBUTE,
        "displayName",
        "Department",
        "permissions",
        Map.of("view", everybody, "edit", everybody));
  }
}
