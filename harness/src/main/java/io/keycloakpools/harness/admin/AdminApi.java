package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.server.AdminAccount;
import io.keycloakpools.harness.server.KeycloakRuntime;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.RealmRepresentation;

/** An administrator of the whole server. */
public final class AdminApi implements AutoCloseable {
  private final URI baseUrl;
  private final Keycloak client;

  private AdminApi(URI baseUrl, AdminAccount account) {
    this.baseUrl = baseUrl;
    this.client =
        Keycloak.getInstance(
            baseUrl.toString(), "master", account.username(), account.password(), "admin-cli");
  }

  /** Signs in to a server that runs. */
  public static AdminApi of(KeycloakRuntime keycloak) {
    return of(keycloak.baseUrl(), keycloak.admin());
  }

  /** Signs in to a server somewhere. */
  public static AdminApi of(URI baseUrl, AdminAccount account) {
    return new AdminApi(baseUrl, account);
  }

  /** The typed client, for what the helpers here do not cover. */
  public Keycloak client() {
    return client;
  }

  /** The REST API as it is. */
  public AdminRest rest() {
    return new AdminRest(baseUrl, client.tokenManager()::getAccessTokenString);
  }

  /** Creates a realm with a random name: see {@link RealmDefaults}. */
  public TestRealm createRealm() {
    return createRealm(realm -> {});
  }

  /** Creates a realm with a random name, and lets the caller have the last word on it. */
  public TestRealm createRealm(Consumer<RealmRepresentation> settings) {
    String name = "realm-" + UUID.randomUUID().toString().substring(0, 8);
    RealmDefaults defaults = new RealmDefaults(name, eventTypes());
    RealmRepresentation realm = defaults.representation();
    settings.accept(realm);
    rest().post("/admin/realms", realm).expectDone();
    return new TestRealm(baseUrl, realm.getRealm(), defaults.webSecret(), rest());
  }

  private List<String> eventTypes() {
    List<String> types = new ArrayList<>();
    for (JsonNode type : rest().read("/admin/serverinfo").path("enums").path("eventType")) {
      types.add(type.asText());
    }
    return types;
  }

  @Override
  public void close() {
    client.close();
  }
}
