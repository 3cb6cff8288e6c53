package io.keycloakpools.userstorage.auth0;

import io.keycloakpools.userstorage.adapter.Reply;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class Scopes {

  private static final Pattern SCOPE = Pattern.compile("[a-z]{1,32}:[a-z_]{1,64}");

  private Scopes() {}

  /** "Insufficient scope, expected any of: …", "… all of: …". */
  static String missing(Reply.Answer refusal, ManagementToken.Token token) {
    Set<String> expected = new TreeSet<>();
    Matcher scopes = SCOPE.matcher(refusal.text("message"));
    while (scopes.find()) {
      expected.add(scopes.group());
    }
    Set<String> missing = new TreeSet<>(expected);
    missing.removeAll(token.scopes());
    return String.join(", ", missing.isEmpty() ? expected : missing);
  }
}
