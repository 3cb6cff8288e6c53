package io.keycloakpools.demo;

import io.keycloakpools.simulators.cognito.CognitoSecondFactor;
import io.keycloakpools.simulators.cognito.CognitoUser;
import java.util.List;
import java.util.Locale;

final class CognitoPeople {
  static final String DEPARTMENT = "custom:department";
  static final String TENANT = "custom:tenantId";
  static final String EMPLOYEES = "employees";

  private CognitoPeople() {}

  static List<Person<CognitoUser>> linked() {
    return List.of(
        person(
            member("ada", "Ada", "Lovelace", "Engineering", "acme").build(),
            "department Engineering, group employees, tenant acme",
            Person.SIGNED_IN),
        person(
            member("Grace", "Grace", "Hopper", "Compilers", "acme").build(),
            "written Grace in Cognito, grace in Keycloak; both sign in",
            Person.SIGNED_IN),
        person(
            named("hedy", "Hedy", "Lamarr").enabled(false).build(),
            "disabled in Cognito: refused, and told why",
            "refused: This account is disabled."),
        person(
            named("katherine", "Katherine", "Johnson")
                .secondFactor(CognitoSecondFactor.SOFTWARE_TOKEN_MFA)
                .build(),
            "second factor in Cognito: refused, for this pool says secondFactor = reject",
            "refused: This account is protected by a second factor that cannot be asked for here."));
  }

  static List<Person<CognitoUser>> migrating() {
    return List.of(
        person(
            member("alan", "Alan", "Turing", "Research", "globex").build(),
            "department Research, group employees, tenant globex",
            Person.SIGNED_IN),
        person(
            user("plato").attribute("given_name", "Plato").build(),
            "no last name: asked for one, for the realm's profile needs it",
            "asked for VERIFY_PROFILE"),
        person(
            named("margaret", "Margaret", "Hamilton").temporaryPassword(Person.PASSWORD).build(),
            "temporary password: asked for a new one (temporaryPasswords = require-change)",
            "asked for UPDATE_PASSWORD"),
        person(
            named("joan", "Joan", "Clarke")
                .secondFactor(CognitoSecondFactor.SOFTWARE_TOKEN_MFA)
                .build(),
            "second factor in Cognito: sets one up here (secondFactor = require-setup)",
            "asked for CONFIGURE_TOTP"));
  }

  private static Person<CognitoUser> person(CognitoUser user, String note, String firstSignIn) {
    return new Person<>(user, user.username(), note, firstSignIn);
  }

  private static CognitoUser.Builder member(
      String username, String given, String family, String department, String tenant) {
    return named(username, given, family)
        .attribute(DEPARTMENT, department)
        .attribute(TENANT, tenant)
        .group(EMPLOYEES);
  }

  private static CognitoUser.Builder named(String username, String given, String family) {
    return user(username).name(given, family);
  }

  private static CognitoUser.Builder user(String username) {
    return CognitoUser.builder(username)
        .password(Person.PASSWORD)
        .email(username.toLowerCase(Locale.ROOT) + "@example.com", true);
  }
}
