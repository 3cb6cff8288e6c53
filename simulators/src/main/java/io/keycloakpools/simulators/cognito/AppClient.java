package io.keycloakpools.simulators.cognito;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * An app client of the user pool ("CreateUserPoolClient").
 *
 * @param secret empty for a public client
 * @param flows the enabled password flows; AWS enables none by default
 * @param hidesResets whether it hides that a user must reset the password; reported of clients that
 *     prevent user existence errors, and not documented
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

  public static AppClient of(String id) {
    return new AppClient(
        id,
        Optional.empty(),
        EnumSet.noneOf(CognitoAuthFlow.class),
        PreventUserExistenceErrors.ENABLED,
        false);
  }

  /** Requests must carry a SECRET_HASH from now on. */
  public AppClient secret(String value) {
    return new AppClient(id, Optional.of(value), flows, preventUserExistenceErrors, hidesResets);
  }

  public AppClient flows(CognitoAuthFlow... values) {
    return new AppClient(id, secret, Set.of(values), preventUserExistenceErrors, hidesResets);
  }

  public AppClient preventUserExistenceErrors(PreventUserExistenceErrors value) {
    return new AppClient(id, secret, flows, value, hidesResets);
  }

  /** Answers that the password is wrong when the user must reset it. */
  public AppClient hidingResets() {
    return new AppClient(id, secret, flows, PreventUserExistenceErrors.ENABLED, true);
  }

  @Override
  public String toString() {
    return "AppClient[id=" + id + ", flows=" + flows + "]";
  }
}
