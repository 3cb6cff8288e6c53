package io.keycloakpools.identitypool.schema;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which user attribute a member of the document is kept in. */
public final class AttributeNames {

  /** Keycloak's {@code UPConfigUtils.ATTRIBUTE_NAME_PATTERN}. */
  private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9._\\-]+");

  /** Of the column {@code USER_ATTRIBUTE.NAME}. */
  private static final int LONGEST = 255;

  /**
   * OpenID Connect Core 1.0, section 5.1, to what Keycloak keeps apart from attributes. All other
   * names are those of attributes.
   */
  private static final Map<String, String> OF_CLAIM =
      Map.of(
          "given_name", "firstName",
          "family_name", "lastName",
          "preferred_username", "username",
          "email_verified", "emailVerified");

  /** What Keycloak keeps apart from attributes, by its own name. */
  private static final Set<String> OWN =
      Set.of("username", "email", "firstName", "lastName", "emailVerified");

  /**
   * In lower case: what Keycloak keeps for itself ({@code DeclarativeUserProfileProviderFactory},
   * {@code UserModel}), what its registration page sends beside attributes ({@code
   * RegistrationPage}, {@code RegistrationPassword}), and what {@code sub} means in a token.
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
      Set.of("userpool", "identitypool", "saml.persistent.name.id.for.", "user.attributes.");

  private AttributeNames() {}

  /** The attribute of a member at the top of a document. */
  public static String attributeOf(String field) {
    return OF_CLAIM.getOrDefault(field, field);
  }

  /** Whether Keycloak keeps it apart from attributes, in a column of 255 characters. */
  public static boolean isOwn(String attribute) {
    return OWN.contains(attribute);
  }

  /** Whether Keycloak allows the name. */
  static boolean isValid(String attribute) {
    return attribute.length() <= LONGEST && VALID.matcher(attribute).matches();
  }

  /** Whether it is kept for something else. */
  static boolean isReserved(String attribute) {
    if (isOwn(attribute)) {
      return false;
    }
    String lower = attribute.toLowerCase(Locale.ROOT);
    return RESERVED.contains(lower)
        || OWN.stream().anyMatch(own -> own.equalsIgnoreCase(attribute))
        || RESERVED_BEGINNINGS.stream().anyMatch(lower::startsWith);
  }

  /** The name out of some that was probably meant: without punctuation the same, or nearly so. */
  static Optional<String> near(String name, Set<String> names) {
    String plain = plain(name);
    return names.stream()
        .filter(each -> !each.equals(name))
        .filter(each -> distance(plain, plain(each)) <= Math.min(2, plain.length() / 4))
        .min(java.util.Comparator.comparingInt(each -> distance(plain, plain(each))));
  }

  private static String plain(String name) {
    String plain = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    return plain.replaceAll("[-_.: ]", "").toLowerCase(Locale.ROOT);
  }

  /** Levenshtein. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return 3;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
