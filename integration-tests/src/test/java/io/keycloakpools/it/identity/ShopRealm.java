package io.keycloakpools.it.identity;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.RealmClient;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.representations.idm.ClientRepresentation;

/**
 * A realm with a shop for customers and a portal for staff, each with its identity pool, and
 * schemas from the realm's import.
 */
public final class ShopRealm implements AutoCloseable {

  public static final String PASSWORD = "Correct-horse-battery-1!";

  public static final String CUSTOMER =
      """
      {
        "type": "object",
        "description": "About you",
        "properties": {
          "given_name": {"type": "string", "minLength": 1},
          "family_name": {"type": "string", "minLength": 1, "maxLength": 60},
          "email": {"type": "string", "format": "email"},
          "company": {"title": "Company", "type": "string", "minLength": 2},
          "employees": {"type": "integer", "minimum": 1},
          "newsletter": {"type": "boolean"},
          "size": {"type": "string", "enum": ["S", "M", "L"]}
        },
        "required": ["given_name", "family_name", "email", "company"],
        "dependentRequired": {"employees": ["size"]}
      }
      """;

  static final String STANDING =
      """
      {
        "type": "object",
        "properties": {
          "tier": {"type": "string", "enum": ["gold", "silver"]},
          "risk": {"type": "integer", "maximum": 10, "hidden": true}
        }
      }
      """;

  private final TestRealm realm;

  private ShopRealm(TestRealm realm) {
    this.realm = realm;
  }

  public static ShopRealm create(AdminApi admin) {
    return new ShopRealm(
        admin.createRealm(
            settings -> {
              settings.setBruteForceProtected(false);
              String type = "io.keycloakpools.identitypool.store.IdentitySchemaProvider";
              settings
                  .getComponents()
                  .add(type, IdentityRealms.schema("Customer", "payload", CUSTOMER));
              settings
                  .getComponents()
                  .add(type, IdentityRealms.schema("Standing", "metadata", STANDING));
              settings.setClients(
                  Stream.concat(
                          settings.getClients().stream(),
                          Stream.of(client("shop"), client("portal")))
                      .toList());
            }));
  }

  public TestRealm realm() {
    return realm;
  }

  public String customers() {
    return addPool(
            "Customers",
            Map.of("payloadSchema", "Customer", "metadataSchema", "Standing", "clients", "shop"))
        .id();
  }

  /** The portal's pool, with the default schemas. */
  public String staff() {
    return addPool("Staff", Map.of("clients", "portal")).id();
  }

  Change addPool(String name, Map<String, ?> settings) {
    return realm.components().add(name, "identity-pool", settings);
  }

  RealmClient client(ShopClient client) {
    return realm.client(client.id(), Optional.empty());
  }

  enum ShopClient {
    SHOP,
    PORTAL;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String user(String name, String pool) {
    Map<String, Object> user = new HashMap<>(person(name));
    user.put("attributes", Map.of("identityPool", List.of(pool), "company", List.of("Acme")));
    String id = realm.rest().post("/users", user).id();
    realm.users().setPassword(id, PASSWORD, false).expectDone();
    return id;
  }

  /** Whether a {@link #user} can sign in to the shop. */
  boolean signsIn(String name) {
    return new DirectGrant(client(ShopClient.SHOP)).login(name, PASSWORD).ok();
  }

  public static Map<String, Object> person(String name) {
    return Map.of(
        "username",
        name,
        "email",
        name + "@example.org",
        "emailVerified",
        true,
        "firstName",
        "Ada",
        "lastName",
        "Lovelace",
        "enabled",
        true);
  }

  public static ClientRepresentation client(String id) {
    ClientRepresentation client = IdentityRealms.application(id);
    client.setDirectAccessGrantsEnabled(true);
    return client;
  }

  @Override
  public void close() {
    realm.close();
  }
}
