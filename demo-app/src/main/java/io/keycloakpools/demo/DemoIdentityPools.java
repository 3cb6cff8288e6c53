package io.keycloakpools.demo;

import io.keycloakpools.demo.site.Application;
import io.keycloakpools.harness.Json;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The identity pools of the demo, each with an application: people register at the shop, and are
 * invited to the portal.
 */
final class DemoIdentityPools {
  static final String CUSTOMERS = "Customers";
  static final String STAFF = "Staff";
  static final String CUSTOMER = "Customer";
  static final String EMPLOYEE = "Employee";

  private static final String FLOW = "identity pool registration";
  private static final List<String> LANGUAGES = List.of("en", "de");

  private DemoIdentityPools() {}

  static void create(TestRealm realm) {
    for (String language : LANGUAGES) {
      realm
          .rest()
          .post("/localization/" + language, Json.read(resource("texts_" + language + ".json")))
          .expectDone();
    }
    schema(realm, CUSTOMER, customerSchema());
    schema(realm, EMPLOYEE, resource("employee.json"));
    pool(
        realm,
        Map.of(
            "name",
            CUSTOMERS,
            "payloadSchema",
            CUSTOMER,
            "publicRegistrationAllowed",
            true,
            "clients",
            List.of(Application.SHOP.id())));
    pool(
        realm,
        Map.of(
            "name", STAFF, "payloadSchema", EMPLOYEE, "clients", List.of(Application.PORTAL.id())));
    realm.change(Map.of("registrationFlow", FLOW)).expectDone();
  }

  private static void schema(TestRealm realm, String name, String text) {
    realm
        .rest()
        .post("/identity-schemas", Map.of("name", name, "kind", "payload", "schema", text))
        .expectDone();
  }

  private static void pool(TestRealm realm, Map<String, Object> settings) {
    realm.rest().post("/identity-pools", settings).expectDone();
  }

  static Change invite(TestRealm realm, String given, String family, String email) {
    String pool =
        realm.components().all().stream()
            .filter(component -> component.getName().equals(STAFF))
            .findFirst()
            .orElseThrow(() -> new Problem("There is no identity pool " + STAFF + " any more."))
            .getId();
    return realm
        .rest()
        .post(
            "/identity-pools/" + pool + "/users",
            Map.of(
                "payload",
                Map.of("given_name", given, "family_name", family, "email", email),
                "invite",
                true));
  }

  static String customerSchema() {
    return resource("customer.json");
  }

  /** The example of Cloudentity's guide "Configuring Identity Pools", with its three mistakes. */
  static String guideSchema() {
    return resource("guide-example.json");
  }

  /** Without the comma that makes it invalid JSON. */
  static String readableSchema() {
    return guideSchema().replace("},\n},", "}\n},");
  }

  static String mendedSchema() {
    return readableSchema()
        .replace("\"e-mail\"", "\"email\"")
        .replace("\"boolean\",\n    \"minLength\": 1", "\"boolean\"");
  }

  private static String resource(String name) {
    try (InputStream in = DemoIdentityPools.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
