package io.keycloakpools.harness.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.server.AdminAccount;
import io.keycloakpools.harness.server.KeycloakRuntime;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.RealmRepresentation;

public final class AdminApi implements AutoCloseable {
  private final URI baseUrl;
  private final Keycloak client;
  private final Supplier<String> serverLog;
  private AdminRest.Watcher watcher = AdminRest.NOBODY;
  private Optional<SpareRealms> spares = Optional.empty();
  private List<String> eventTypes = List.of();

  private AdminApi(URI baseUrl, AdminAccount account, Supplier<String> serverLog) {
    this.baseUrl = baseUrl;
    this.serverLog = serverLog;
    this.client =
        Keycloak.getInstance(
            baseUrl.toString(), "master", account.username(), account.password(), "admin-cli");
  }

  public static AdminApi of(KeycloakRuntime keycloak) {
    return new AdminApi(keycloak.baseUrl(), keycloak.admin(), keycloak::log);
  }

  public static AdminApi of(URI baseUrl, AdminAccount account) {
    return new AdminApi(baseUrl, account, () -> "");
  }

  public Keycloak client() {
    return client;
  }

  public AdminRest rest() {
    return new AdminRest(baseUrl, client.tokenManager()::getAccessTokenString, serverLog)
        .watchedBy(watcher);
  }

  public AdminApi watchedBy(AdminRest.Watcher eyes) {
    watcher = eyes;
    return this;
  }

  /**
   * Keeps closed realms from now on: additions are removed and the realm is given to a later test.
   * A realm that does not return to its first state is deleted.
   */
  public AdminApi keepRealms() {
    spares = Optional.of(new SpareRealms());
    return this;
  }

  public TestRealm createRealm() {
    return createRealm(realm -> {});
  }

  /** The settings are applied last. */
  public TestRealm createRealm(Consumer<RealmRepresentation> settings) {
    String kind = Json.write(representation(new RealmDefaults("kind", eventTypes(), ""), settings));
    return spares.flatMap(each -> each.take(kind)).orElseGet(() -> made(kind, settings));
  }

  /** Returns a realm of another server on this one; closing it does nothing. */
  public TestRealm sameRealm(TestRealm realm) {
    return new TestRealm(baseUrl, realm.name(), realm.webSecret(), rest(), closed -> {});
  }

  private TestRealm made(String kind, Consumer<RealmRepresentation> settings) {
    String name = "realm-" + UUID.randomUUID().toString().substring(0, 8);
    RealmDefaults defaults = new RealmDefaults(name, eventTypes());
    RealmRepresentation realm = representation(defaults, settings);
    rest().post("/admin/realms", realm).expectDone();
    Consumer<TestRealm> whenClosed =
        spares
            .<Consumer<TestRealm>>map(each -> closed -> each.giveBack(kind, closed))
            .orElse(TestRealm::delete);
    TestRealm made =
        new TestRealm(baseUrl, realm.getRealm(), defaults.webSecret(), rest(), whenClosed);
    spares.ifPresent(each -> each.made(made));
    return made;
  }

  private static RealmRepresentation representation(
      RealmDefaults defaults, Consumer<RealmRepresentation> settings) {
    RealmRepresentation realm = defaults.representation();
    settings.accept(realm);
    return realm;
  }

  private synchronized List<String> eventTypes() {
    if (eventTypes.isEmpty()) {
      eventTypes =
          rest()
              .read("/admin/serverinfo")
              .path("enums")
              .path("eventType")
              .valueStream()
              .map(JsonNode::asText)
              .toList();
    }
    return eventTypes;
  }

  @Override
  public void close() {
    client.close();
  }
}
