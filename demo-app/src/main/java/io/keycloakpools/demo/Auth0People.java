package io.keycloakpools.demo;

import io.keycloakpools.simulators.auth0.Auth0SecondFactor;
import io.keycloakpools.simulators.auth0.Auth0User;
import java.util.List;
import java.util.Map;

final class Auth0People {
  static final String DEPARTMENT = "user_metadata.department";
  static final String TENANT = "tenantId";

  private Auth0People() {}

  static List<Person<Auth0User>> linked() {
    return List.of(
        person(
            "tim",
            member("tim", "Tim", "Berners-Lee", "Web", "acme").build(),
            "department Web, role employees, tenant acme",
            Person.SIGNED_IN),
        person(
            "radia",
            named("radia", "Radia", "Perlman").blocked(true).build(),
            "blocked in Auth0: refused, and told why",
            "refused: This account is blocked."),
        person(
            "barbara",
            named("barbara", "Barbara", "Liskov").secondFactor(Auth0SecondFactor.OTP).build(),
            "second factor in Auth0: refused, for this pool says secondFactor = reject",
            "refused: This account is protected by a second factor that cannot be asked for here."));
  }

  static List<Person<Auth0User>> migrating() {
    return List.of(
        person(
            "edsger",
            member("edsger", "Edsger", "Dijkstra", "Structures", "globex").build(),
            "department Structures, role employees, tenant globex",
            Person.SIGNED_IN),
        person(
            "evelyn@example.com",
            user("evelyn").givenName("Evelyn").familyName("Boyd").build(),
            "has no username in Auth0: the e-mail address becomes it",
            Person.SIGNED_IN),
        person(
            "john",
            named("john", "John", "Backus").passwordLeaked().build(),
            "Auth0 knows the password from a data leak: refused, and told why",
            "refused: This password has appeared in a data leak and was blocked."),
        person(
            "frances",
            named("frances", "Frances", "Allen").secondFactor(Auth0SecondFactor.OTP).build(),
            "second factor in Auth0: sets one up here (secondFactor = require-setup)",
            "asked for CONFIGURE_TOTP"));
  }

  static List<Person<Auth0User>> unattached() {
    return List.of(
        person(
            "guido",
            member("guido", "Guido", "van Rossum", "Languages", "acme").build(),
            "nobody signs in here before there is a pool",
            "refused: Invalid username or password."));
  }

  private static Person<Auth0User> person(
      String username, Auth0User user, String note, String firstSignIn) {
    return new Person<>(user, username, note, firstSignIn);
  }

  private static Auth0User.Builder member(
      String username, String given, String family, String department, String tenant) {
    return named(username, given, family)
        .userMetadata(Map.of("department", department))
        .appMetadata(Map.of(TENANT, tenant))
        .role(CognitoPeople.EMPLOYEES);
  }

  private static Auth0User.Builder named(String username, String given, String family) {
    return user(username).username(username).givenName(given).familyName(family);
  }

  private static Auth0User.Builder user(String name) {
    return Auth0User.builder("auth0|demo-" + name)
        .password(Person.PASSWORD)
        .email(name + "@example.com", true);
  }
}
