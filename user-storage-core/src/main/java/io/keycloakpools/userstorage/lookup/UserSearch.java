package io.keycloakpools.userstorage.lookup;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.UserModel;

/** The parameters of an admin's search ({@code UserQueryMethodsProvider.searchForUserStream}). */
public final class UserSearch {

  /** Parameters that only narrow Keycloak's own results. */
  private static final Set<String> HARMLESS =
      Set.of(
          UserModel.INCLUDE_SERVICE_ACCOUNT,
          UserModel.EXACT,
          "max",
          "first",
          "briefRepresentation");

  private UserSearch() {}

  /**
   * The search text if it has no wildcard, or an exact username or e-mail address and nothing else.
   */
  public static Optional<String> exactName(Map<String, String> params) {
    String text = params.get(UserModel.SEARCH);
    if (text == null && Boolean.parseBoolean(params.get(UserModel.EXACT))) {
      text =
          params.get(UserModel.USERNAME) == null
              ? params.get(UserModel.EMAIL)
              : params.get(UserModel.USERNAME);
    }
    boolean alone = params.keySet().stream().filter(name -> !HARMLESS.contains(name)).count() == 1;
    return Optional.ofNullable(text)
        .filter(found -> alone)
        .map(found -> found.replace("\"", "").strip())
        .filter(found -> !found.isEmpty() && found.indexOf('*') < 0);
  }
}
