package io.keycloakpools.identitypool.attributes;

import io.keycloakpools.common.pools.PoolMarks;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

public final class AttributeNames {

  /** Claims of OpenID Connect Core 1.0, section 5.1, that Keycloak stores outside of attributes. */
  private static final Map<String, String> OF_CLAIM =
      Map.of(
          "given_name", "firstName",
          "family_name", "lastName",
          "preferred_username", "username",
          "email_verified", "emailVerified");

  /** What Keycloak stores outside of attributes, under its own names. */
  private static final Set<String> OWN =
      Set.of("username", "email", "firstName", "lastName", "emailVerified");

  /**
   * In lower case: Keycloak's own attributes ({@code DeclarativeUserProfileProviderFactory}, {@code
   * UserModel}), parameters of its registration page ({@code RegistrationPage}, {@code
   * RegistrationPassword}), and {@code sub}, which has a meaning in a token.
   */
  private static final Set<String> RESERVED =
      Set.of(
          "id",
          "sub",
          "enabled",
          "did",
          "kc.read.only",
          "kc.email.pending",
          "kerberos_principal",
          "ldap_id",
          "ldap_entry_dn",
          "created_timestamp",
          "createtimestamp",
          "modifytimestamp",
          "usercertificate",
          "email_verified",
          "disabledreason",
          "is_temporary_admin",
          "terms_and_conditions",
          "password",
          "password-confirm",
          "password-new",
          "credentialid",
          "termsaccepted",
          "g-recaptcha-response");

  /** In lower case: attributes of pools, of persistent SAML identifiers, of forms. */
  private static final Set<String> RESERVED_BEGINNINGS =
      Set.of(
          PoolMarks.OF_USER_POOLS,
          PoolMarks.IDENTITY_POOL.toLowerCase(Locale.ROOT),
          "saml.persistent.name.id.for.",
          "user.attributes.");

  private AttributeNames() {}

  public static String attributeOf(String field) {
    return OF_CLAIM.getOrDefault(field, field);
  }

  /** Whether Keycloak stores it in a column of 255 characters. */
  public static boolean isOwn(String attribute) {
    return OWN.contains(attribute);
  }

  public static boolean isReserved(String attribute) {
    if (isOwn(attribute)) {
      return false;
    }
    String lower = attribute.toLowerCase(Locale.ROOT);
    return RESERVED.contains(lower)
        || OWN.stream().anyMatch(own -> own.equalsIgnoreCase(attribute))
        || RESERVED_BEGINNINGS.stream().anyMatch(lower::startsWith);
  }
}
