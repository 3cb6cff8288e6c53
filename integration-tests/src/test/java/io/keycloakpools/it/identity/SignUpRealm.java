package io.keycloakpools.it.identity;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.RealmClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A realm with registration: at {@code web} into a pool whose schema has every kind of input, at
 * {@code staff} into a closed pool, and at {@code plain} into none. The pools' registration flow is
 * bound.
 */
public final class SignUpRealm implements AutoCloseable {

  public static final String PASSWORD = "Correct-horse-battery-1!";
  public static final String POOL = "Customers";
  static final String FLOW = "identity pool registration";

  static final String PERSON =
      """
      {
        "type": "object",
        "description": "Join the club",
        "ui:order": ["email", "*", "remarks"],
        "properties": {
          "remarks": {"title": "Remarks", "type": "string", "ui:widget": "textarea", "maxLength": 200},
          "given_name": {"title": "${firstName}", "type": "string", "minLength": 1},
          "family_name": {"title": "${lastName}", "type": "string", "minLength": 1},
          "email": {"title": "${email}", "type": "string", "format": "email", "description": "We write to you there once a month."},
          "phone_number": {"title": "Phone", "type": "string", "format": "tel"},
          "website": {"title": "Home page", "type": "string", "format": "uri"},
          "birthdate": {"title": "Date of birth", "type": "string", "format": "date"},
          "children": {"title": "Number of children", "type": "integer", "minimum": 0, "maximum": 30},
          "size": {"title": "Size of the shirt", "type": "string", "enum": ["S", "M", "L"], "ui:enumNames": ["Small", "Medium", "Large"]},
          "contact": {"title": "How to reach you", "type": "string", "enum": ["mail", "phone"], "ui:widget": "radio", "description": "Mail is quicker."},
          "interests": {"title": "Interests", "type": "array", "items": {"type": "string", "enum": ["chess", "go", "cards"]}},
          "days": {"title": "Days", "type": "array", "ui:widget": "checkboxes", "items": {"type": "string", "enum": ["Saturday", "Sunday"]}},
          "newsletter": {"title": "Send me the newsletter", "type": "boolean", "default": true},
          "address": {
            "title": "Address",
            "type": "object",
            "properties": {
              "locality": {"title": "Town", "type": "string", "minLength": 2},
              "country": {"title": "Country", "type": "string"}
            }
          },
          "evil": {"title": "<b class='evil'>bold</b> & \\"quoted\\"", "type": "string", "description": "<script>window.wicked = 1</script>"},
          "member": {"title": "Member number", "type": "string", "readOnly": true}
        },
        "required": ["given_name", "family_name", "email", "contact"]
      }
      """;

  static final String STANDING =
      """
      {
        "type": "object",
        "properties": {
          "tier": {"title": "Tier", "type": "string", "enum": ["gold", "silver"]},
          "risk": {"title": "Risk", "type": "integer", "maximum": 10, "hidden": true}
        }
      }
      """;

  private final TestRealm realm;
  private final String pool;

  private SignUpRealm(TestRealm realm, String pool) {
    this.realm = realm;
    this.pool = pool;
  }

  public static SignUpRealm create(AdminApi admin) {
    TestRealm realm =
        IdentityRealms.create(
            admin,
            IdentityRealms.schema("Person", "payload", PERSON),
            IdentityRealms.schema("Standing", "metadata", STANDING),
            settings -> settings.setPasswordPolicy("length(8)"));
    String pool =
        realm
            .components()
            .add(
                POOL,
                "identity-pool",
                Map.of(
                    "payloadSchema", "Person",
                    "metadataSchema", "Standing",
                    "publicRegistrationAllowed", "true",
                    "clients", List.of("web")))
            .id();
    realm.components().add("Staff", "identity-pool", Map.of("clients", List.of("staff"))).id();
    realm.change(Map.of("registrationFlow", FLOW)).expectDone();
    return new SignUpRealm(realm, pool);
  }

  public TestRealm realm() {
    return realm;
  }

  public String pool() {
    return pool;
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

  /** Whether people may become users of no pool; empty removes the setting. */
  void newUsersOfNoPool(String setting) {
    NewUsersOfNoPool.set(realm, setting);
  }

  public static Map<String, String> complete(String name) {
    return new HashMap<>(
        Map.of(
            "username",
            name,
            "email",
            name + "@example.org",
            "firstName",
            "Ada",
            "lastName",
            "Lovelace",
            "contact",
            "mail",
            "password",
            PASSWORD,
            "password-confirm",
            PASSWORD));
  }

  String name() {
    return realm.name();
  }

  @Override
  public void close() {
    realm.close();
  }
}
