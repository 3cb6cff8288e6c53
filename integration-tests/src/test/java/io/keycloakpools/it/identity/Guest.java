package io.keycloakpools.it.identity;

import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.TokenAnswer;
import java.util.function.UnaryOperator;

/**
 * A {@link Visitor} with an account.
 *
 * @param signIn at an open login page
 * @param session a browser with an earlier sign-in; null without
 * @param token an access token of an application of no pool; empty without
 * @param tokens of an application that a pool named later; null without
 * @param offline the same, for offline access
 */
record Guest(
    String username,
    String password,
    UnaryOperator<Page> signIn,
    Browser session,
    String token,
    TokenAnswer tokens,
    TokenAnswer offline) {

  Guest(String username, String password, UnaryOperator<Page> signIn) {
    this(username, password, signIn, null, "", null, null);
  }

  Guest with(Browser signedIn, String access, TokenAnswer given, TokenAnswer away) {
    return new Guest(username, password, signIn, signedIn, access, given, away);
  }

  @Override
  public String toString() {
    return "Guest[" + username + "]";
  }
}
