package io.keycloakpools.it;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A person in a directory under test.
 *
 * @param email null for none
 * @param phone null for none
 * @param tenant null for none
 */
public record Person(
    String username,
    String password,
    String email,
    boolean emailVerified,
    String phone,
    String firstName,
    String lastName,
    Map<String, String> attributes,
    Set<String> roles,
    String tenant) {

  /** Somebody with everything that Keycloak's default profile asks for. */
  public static Person named(String username) {
    return new Person(
        username,
        "Old-" + username + "-1!",
        username.toLowerCase(Locale.ROOT) + "@example.com",
        true,
        null,
        "First-" + username,
        "Last-" + username,
        Map.of(),
        Set.of(),
        null);
  }

  public Person email(String address, boolean verified) {
    return new Person(
        username,
        password,
        address,
        verified,
        phone,
        firstName,
        lastName,
        attributes,
        roles,
        tenant);
  }

  public Person phone(String number) {
    return new Person(
        username,
        password,
        email,
        emailVerified,
        number,
        firstName,
        lastName,
        attributes,
        roles,
        tenant);
  }

  public Person name(String first, String last) {
    return new Person(
        username, password, email, emailVerified, phone, first, last, attributes, roles, tenant);
  }

  public Person password(String value) {
    return new Person(
        username,
        value,
        email,
        emailVerified,
        phone,
        firstName,
        lastName,
        attributes,
        roles,
        tenant);
  }

  public Person attribute(String name, String value) {
    Map<String, String> all = new HashMap<>(attributes);
    all.put(name, value);
    return new Person(
        username, password, email, emailVerified, phone, firstName, lastName, all, roles, tenant);
  }

  public Person roles(String... names) {
    return new Person(
        username,
        password,
        email,
        emailVerified,
        phone,
        firstName,
        lastName,
        attributes,
        new LinkedHashSet<>(List.of(names)),
        tenant);
  }

  public Person tenant(String id) {
    return new Person(
        username,
        password,
        email,
        emailVerified,
        phone,
        firstName,
        lastName,
        attributes,
        roles,
        id);
  }
}
