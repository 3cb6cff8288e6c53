package io.keycloakpools.simulators.cognito;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An app client of the user pool ("CreateUserPoolClient").
 *
 * @param id the client id
 * @param secret the client secret; empty for a public client
 * @param flows the password flows it enables; AWS enables none of them unasked
 * @param preventUserExistenceErrors what it answers for a user that does not exist
 * @param hidesResets whether it hides as well that a user must reset the password; people report
 *     this of clients that prevent user existence errors, the documentation is silent about it
 */
public record AppClient(
    String id,
    Optional<String> secret,
    Set<CognitoAuthFlow> flows,
    PreventUserExistenceErrors preventUserExistenceErrors,
    boolean hidesResets) {

  public AppClient {
    flows = Set.copyOf(flows);
  }

  /** Returns a client without secret and without password flow, which hides missing users. */
  public static AppClient of(String id) {
    return new AppClient(
        id,
        Optional.empty(),
        EnumSet.noneOf(CognitoAuthFlow.class),
        PreventUserExistenceErrors.ENABLED,
        false);
  }

  /** Returns this client with a secret: from now on requests must carry a SECRET_HASH. */
  public AppClient secret(String value) {
    return new AppClient(id, Optional.of(value), flows, preventUserExistenceErrors, hidesResets);
  }

  /** Returns this client with exactly these password flows enabled. */
  public AppClient flows(CognitoAuthFlow... values) {
    return new AppClient(id, secret, Set.of(values), preventUserExistenceErrors, hidesResets);
  }

  /** Returns this client with another answer for missing users. */
  public AppClient preventUserExistenceErrors(PreventUserExistenceErrors value) {
    return new AppClient(id, secret, flows, value, hidesResets);
  }

  /** Returns this client, which says of a user who must reset the password that it is wrong. */
  public AppClient hidingResets() {
    return new AppClient(id, secret, flows, PreventUserExistenceErrors.ENABLED, true);
  }

  @Override
  public String toString() {
    return "AppClient[id=" + id + ", flows=" + flows + "]";
  }
}
