package io.keycloakpools.it;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A person in a directory under test. Immutable: each method returns a copy. */
public final class Person {

  private final String username;
  private String password;
  private String email;
  private boolean emailVerified = true;
  private String phone;
  private String firstName;
  private String lastName;
  private String tenant;
  private Map<String, String> attributes = Map.of();
  private Set<String> roles = Set.of();

  private Person(String username) {
    this.username = username;
    this.password = "Old-" + username + "-1!";
    this.email = username.toLowerCase(Locale.ROOT) + "@example.com";
    this.firstName = "First-" + username;
    this.lastName = "Last-" + username;
  }

  /** A person with everything that Keycloak's default profile requires. */
  public static Person named(String username) {
    return new Person(username);
  }

  public Person email(String address, boolean verified) {
    return copy(
        person -> {
          person.email = address;
          person.emailVerified = verified;
        });
  }

  public Person phone(String number) {
    return copy(person -> person.phone = number);
  }

  public Person name(String first, String last) {
    return copy(
        person -> {
          person.firstName = first;
          person.lastName = last;
        });
  }

  public Person password(String value) {
    return copy(person -> person.password = value);
  }

  public Person attribute(String name, String value) {
    Map<String, String> all = new HashMap<>(attributes);
    all.put(name, value);
    return copy(person -> person.attributes = Map.copyOf(all));
  }

  public Person roles(String... names) {
    return copy(person -> person.roles = new LinkedHashSet<>(List.of(names)));
  }

  public Person tenant(String id) {
    return copy(person -> person.tenant = id);
  }

  public String username() {
    return username;
  }

  public String password() {
    return password;
  }

  /** Null if missing, like the other details. */
  public String email() {
    return email;
  }

  public boolean emailVerified() {
    return emailVerified;
  }

  public String phone() {
    return phone;
  }

  public String firstName() {
    return firstName;
  }

  public String lastName() {
    return lastName;
  }

  public String tenant() {
    return tenant;
  }

  public Map<String, String> attributes() {
    return attributes;
  }

  public Set<String> roles() {
    return roles;
  }

  private Person copy(Consumer<Person> change) {
    Person copy = new Person(username);
    copy.password = password;
    copy.email = email;
    copy.emailVerified = emailVerified;
    copy.phone = phone;
    copy.firstName = firstName;
    copy.lastName = lastName;
    copy.tenant = tenant;
    copy.attributes = attributes;
    copy.roles = roles;
    change.accept(copy);
    return copy;
  }
}
