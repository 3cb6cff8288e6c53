package io.keycloakpools.it;

import java.util.EnumSet;
import java.util.Set;

/** Help for a person who cannot sign in: something to click, or a sentence that says what to do. */
enum Way {
  RESET("new password here", "Set a new password", "/login-actions/reset-credentials"),
  CHANGE(
      "new password there", "Change the password in " + StateTable.NAME, StateTable.PASSWORD_PAGE),
  PROVIDERS("identity provider", "Sign in with google", "/broker/google/login"),
  SUPPORT("support", "Contact support", "mailto:" + StateTable.SUPPORT),
  LATER("come back later"),
  SIGNED_IN("in"),
  /** A direct grant has no page, and says so in Keycloak's words. */
  ACTION("goes on at the login page"),
  /** Any other text would tell a stranger who exists. */
  KEYCLOAKS_TEXT("Keycloak's own text: no answer tells who exists");

  private static final String NO_LINK = "";

  private final String word;
  private final String label;
  private final String address;

  Way(String word) {
    this(word, NO_LINK, NO_LINK);
  }

  Way(String word, String label, String address) {
    this.word = word;
    this.label = label;
    this.address = address;
  }

  String word() {
    return word;
  }

  static Set<Way> after(String reason, boolean moves) {
    return switch (reason) {
      case "reset_required",
          "leaked_password",
          "temporary_password",
          "temporary_password_expired",
          "too_many_attempts" ->
          moves ? EnumSet.of(RESET, SUPPORT) : EnumSet.of(CHANGE, SUPPORT);
      case "external" -> EnumSet.of(PROVIDERS, SUPPORT);
      case "later" -> EnumSet.of(LATER);
      default -> EnumSet.of(SUPPORT);
    };
  }

  static Way behind(String label, String address) {
    for (Way way : values()) {
      if (!way.label.isEmpty() && way.label.equals(label) && address.contains(way.address)) {
        return way;
      }
    }
    throw new AssertionError("Leads nowhere that is known: " + label + " to " + address);
  }

  /** Ways that a login page's message names without a link. */
  static Set<Way> namedAtThePage(String text) {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    if (text.contains("try again in a few minutes")) {
      ways.add(LATER);
    }
    if (text.equals("Invalid username or password.")) {
      ways.add(KEYCLOAKS_TEXT);
    }
    return ways;
  }

  /** Ways that a direct grant's answer names: it has texts only. */
  static Set<Way> namedInAnAnswer(String text) {
    Set<Way> ways = namedAtThePage(text);
    if (text.contains("\"Forgot Password?\"")) {
      ways.add(RESET);
    }
    if (text.contains(CHANGE.label + ": " + CHANGE.address)) {
      ways.add(CHANGE);
    }
    if (text.contains("sign in with the provider that you registered with")) {
      ways.add(PROVIDERS);
    }
    if (text.contains(SUPPORT.label + ": " + SUPPORT.address)) {
      ways.add(SUPPORT);
    }
    if (text.equals("Account is not fully set up")) {
      ways.add(ACTION);
    }
    if (text.equals("Invalid user credentials")) {
      ways.add(KEYCLOAKS_TEXT);
    }
    return ways;
  }
}
