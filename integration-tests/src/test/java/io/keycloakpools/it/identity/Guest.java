package io.keycloakpools.it.identity;

import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.TokenAnswer;
import java.util.function.UnaryOperator;

/**
 * A {@link Visitor} in the flesh.
 *
 * @param signIn at a login page that is open
 * @param session a browser in which the visitor signed in before; null without
 * @param token an access token of an application of no pool; empty without
 * @param tokens of an application that a pool named only afterwards; null without
 * @param offline the same, for when the visitor is away
 */
record Guest(
    String username,
    String password,
    UnaryOperator<Page> signIn,
    Browser session,
    String token,
    TokenAnswer tokens,
    TokenAnswer offline) {

  /** Somebody who never signed in. */
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
