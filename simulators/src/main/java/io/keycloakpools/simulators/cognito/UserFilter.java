package io.keycloakpools.simulators.cognito;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Filter of "ListUsers". As documented, username and status are case-sensitive and
 * cognito:user_status is not; here email and preferred_username follow the pool, and the rest is
 * exact.
 */
record UserFilter(String attribute, boolean prefix, String value) {
  private static final int LONGEST = 256;
  private static final Set<String> SEARCHABLE =
      Set.of(
          "username",
          "email",
          "phone_number",
          "name",
          "given_name",
          "family_name",
          "preferred_username",
          "cognito:user_status",
          "status",
          "sub");
  private static final Pattern SYNTAX =
      Pattern.compile("\\s*([\\w:.-]++)\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\[\"\\\\])*+)\"\\s*");

  static UserFilter parse(String text) {
    if (text.length() > LONGEST) {
      throw CognitoError.invalidParameter(
          "1 validation error detected: Value at 'filter' failed to satisfy constraint: Member must have length less than or equal to "
              + LONGEST);
    }
    Matcher parts = SYNTAX.matcher(text);
    if (!parts.matches()) {
      throw CognitoError.invalidParameter("Error while parsing filter.");
    }
    if (!SEARCHABLE.contains(parts.group(1))) {
      throw CognitoError.invalidParameter("Invalid search attribute: " + parts.group(1));
    }
    return new UserFilter(
        parts.group(1),
        parts.group(2).equals("^="),
        parts.group(3).replaceAll("\\\\([\"\\\\])", "$1"));
  }

  boolean matches(CognitoUser user, CognitoPoolSettings pool) {
    return switch (attribute) {
      case "username" -> compare(user.username(), value);
      case "sub" -> compare(user.sub(), value);
      case "status" -> compare(user.enabled() ? "Enabled" : "Disabled", value);
      case "cognito:user_status" ->
          compare(user.status().name().toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
      case "email", "preferred_username" ->
          user.attributes().containsKey(attribute)
              && compare(pool.fold(user.attributes().get(attribute)), pool.fold(value));
      default ->
          user.attributes().containsKey(attribute)
              && compare(user.attributes().get(attribute), value);
    };
  }

  private boolean compare(String actual, String wanted) {
    return prefix ? actual.startsWith(wanted) : actual.equals(wanted);
  }
}
