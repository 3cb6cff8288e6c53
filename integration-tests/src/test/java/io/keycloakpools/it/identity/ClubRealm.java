package io.keycloakpools.it.identity;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.RealmClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A realm in two languages: a club at {@code web}, whose schema makes mistakes easy, and a pool of
 * staff at {@code staff}. {@code plain} is open to all.
 */
final class ClubRealm implements AutoCloseable {

  static final String PASSWORD = "Correct-horse-battery-1!";

  private static final String MEMBER =
      """
      {
        "type": "object",
        "description": "Join the [club](https://club.example/)",
        "properties": {
          "given_name": {"title": "${firstName}", "type": "string", "minLength": 1},
          "family_name": {"title": "${lastName}", "type": "string", "minLength": 1},
          "email": {"title": "${email}", "type": "string", "format": "email", "description": "We write there once a month."},
          "code": {"title": "Club code", "type": "string", "pattern": "^[A-Z]{3}$", "description": "Three letters, see [the card](https://club.example/card).",
            "ui:errorMessage": {"en": "Enter the three letters on your card.", "de": "Geben Sie die drei Buchstaben Ihrer Karte ein."}},
          "address": {"title": "Postal address", "type": "object", "required": ["postal_code", "country"], "properties": {
            "street": {"title": "Street", "type": "string"},
            "postal_code": {"title": "Postal code", "type": "string"},
            "country": {"title": "Country", "type": "string"}}},
          "appointment": {"title": "Appointment", "type": "string", "format": "date-time", "ui:timeZone": "Europe/Berlin"},
          "birthdate": {"title": "Date of birth", "type": "string", "format": "date"},
          "instruments": {"title": "Instruments", "type": "array", "items": {"type": "string"}},
          "settings": {"title": "Settings", "type": "object"},
          "interests": {"title": "Interests", "type": "array", "items": {"type": "string", "enum": ["chess", "go", "cards"]}},
          "rooms": {"title": "Rooms", "type": "array", "ui:widget": "select", "items": {"type": "string", "enum": ["north", "south"]}},
          "pin": {"title": "PIN of the door", "type": "string", "writeOnly": true, "minLength": 4},
          "newsletter": {"title": "Send me the newsletter", "type": "boolean", "default": true},
          "terms": {"title": "I accept the [terms](https://club.example/terms?a=1&b=2) and [write](mailto:board@club.example)", "type": "boolean", "const": true}
        },
        "required": ["given_name", "family_name", "email", "address", "pin", "terms"]
      }
      """;

  private static final String STANDING =
      """
      {"type": "object", "properties": {
        "tier": {"title": "Tier", "type": "string", "enum": ["gold", "silver"]},
        "risk": {"title": "Risk", "type": "integer", "hidden": true}}}
      """;

  private final TestRealm realm;

  private ClubRealm(TestRealm realm) {
    this.realm = realm;
  }

  static ClubRealm create(AdminApi admin) {
    TestRealm realm =
        IdentityRealms.create(
            admin,
            IdentityRealms.schema("Member", "payload", MEMBER),
            IdentityRealms.schema("Standing", "metadata", STANDING),
            settings -> {
              settings.setInternationalizationEnabled(true);
              settings.setSupportedLocales(Set.of("en", "de"));
              settings.setDefaultLocale("en");
              settings.setPasswordPolicy("notUsername and maxLength(200)");
            });
    realm
        .components()
        .add(
            "Club",
            "identity-pool",
            Map.of(
                "payloadSchema", "Member",
                "metadataSchema", "Standing",
                "publicRegistrationAllowed", "true",
                "passwordMinLength", "10",
                "passwordDigits", "1",
                "passwordStrength", "fair",
                "clients", List.of("web")))
        .expectDone();
    realm
        .components()
        .add("Staff", "identity-pool", Map.of("clients", List.of("staff")))
        .expectDone();
    return new ClubRealm(realm);
  }

  TestRealm realm() {
    return realm;
  }

  RealmClient web() {
    return realm.web();
  }

  RealmClient staff() {
    return realm.client("staff", Optional.empty());
  }

  RealmClient plain() {
    return realm.client("plain", Optional.empty());
  }

  /** A member with all that the schema requires. */
  String member(String name, String... requiredActions) {
    return user(
        name,
        "Club",
        Map.of(
            "address.postal_code", List.of("10115"),
            "address.country", List.of("Germany"),
            "interests", List.of("chess", "go"),
            "appointment", List.of("2026-07-31T10:00:05+00:00"),
            "newsletter", List.of("false"),
            "pin", List.of("4711"),
            "terms", List.of("true"),
            "tier", List.of("gold")),
        requiredActions);
  }

  /** A user with the password; of no pool if its name is empty. */
  String user(
      String name, String pool, Map<String, List<String>> attributes, String... requiredActions) {
    Map<String, List<String>> all = new HashMap<>(attributes);
    if (!pool.isEmpty()) {
      all.put("identityPool", List.of(pool));
    }
    Map<String, Object> user = new HashMap<>(ShopRealm.person(name));
    user.put("attributes", all);
    // In one call: an admin's later change would have to satisfy the whole schema, and a later
    // password removes UPDATE_PASSWORD (UserResource.resetPassword).
    user.put("requiredActions", List.of(requiredActions));
    user.put(
        "credentials", List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
    return realm.rest().post("/users", user).id();
  }

  Map<String, List<String>> attributes(String id) {
    return realm.users().get(id).getAttributes();
  }

  @Override
  public void close() {
    realm.close();
  }
}
