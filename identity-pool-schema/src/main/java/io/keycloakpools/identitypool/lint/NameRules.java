package io.keycloakpools.identitypool.lint;

import io.keycloakpools.identitypool.attributes.AttributeNames;
import io.keycloakpools.identitypool.schema.FieldNames;
import io.keycloakpools.identitypool.schema.ObjectShape;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.schema.ValueType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

final class NameRules {

  private static final Set<String> USERNAMES = Set.of("username", "preferred_username");
  private static final Set<String> ADDRESSES = Set.of("email", "idn-email");

  /**
   * In lower case: parameters of Keycloak's pages ({@code LoginActionsService}, {@code
   * DefaultAuthenticationFlow}) and names of its SCIM API ({@code
   * DeclarativeUserProfileProviderFactory}).
   */
  private static final Set<String> TAKEN_SOMEWHERE =
      Set.of(
          "cancel-aia",
          "tryanotherway",
          "authenticationexecution",
          "logout-sessions",
          "createdtimestamp");

  /** Keywords that would restrict the language that Keycloak fills in. */
  private static final Set<String> LIMITS =
      Set.of("enum", "const", "pattern", "format", "minLength", "maxLength", "oneOf", "anyOf");

  private final SchemaKind kind;
  private final RealmSwitches switches;
  private final Findings findings;
  private final Map<String, String> owners = new HashMap<>();

  NameRules(SchemaKind kind, RealmSwitches switches, Findings findings) {
    this.kind = kind;
    this.switches = switches;
    this.findings = findings;
  }

  void check(ObjectShape.Field field, String attribute, String place) {
    String name = KeywordRules.shown(field.name());
    if (!FieldNames.isValid(attribute)) {
      findings.error(place, "identityLintAttributeName", name);
    } else if (AttributeNames.isReserved(attribute)) {
      findings.error(place, "identityLintReserved", name);
    } else if (kind == SchemaKind.PAYLOAD && attribute.equals("emailVerified")) {
      findings.error(place, "identityLintVerified", name);
    } else if (TAKEN_SOMEWHERE.contains(attribute.toLowerCase(Locale.ROOT))) {
      findings.warning(place, "identityLintTaken", name);
    }
    String other = owners.putIfAbsent(attribute, field.name());
    if (other != null) {
      findings.error(
          place,
          "identityLintSameAttribute",
          KeywordRules.shown(other),
          name,
          KeywordRules.shown(attribute));
    }
    switched(field, attribute, place);
  }

  private void switched(ObjectShape.Field field, String attribute, String place) {
    if (switches.emailAsUsername() && attribute.equals("username")) {
      findings.warning(place, "identityLintUsername", KeywordRules.shown(field.name()));
    }
    if (switches.internationalized() && attribute.equals("locale") && !isAnyLanguage(field)) {
      findings.warning(place, "identityLintLocale");
    }
  }

  private boolean isAnyLanguage(ObjectShape.Field field) {
    return kind == SchemaKind.PAYLOAD
        && !field.is("readOnly")
        && field.types().contains(ValueType.STRING)
        && LIMITS.stream().noneMatch(field.keywords()::has);
  }

  /** Keycloak recognizes its own fields at the top only. */
  void nested(ObjectShape.Field member, String place) {
    boolean address =
        member.text("format").filter(ADDRESSES::contains).isPresent()
            || member.name().equals("email");
    boolean identifies = address || USERNAMES.contains(member.name());
    if (identifies && !owners.containsKey(address ? "email" : "username")) {
      findings.warning(place, "identityLintNested", KeywordRules.shown(member.name()));
    }
  }
}
