package io.keycloakpools.userstorage.users;

import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * Data of the directory that the realm's user profile refuses. Keycloak asks the user on a page
 * ({@code VerifyUserProfile}), but refuses a direct grant without naming the cause.
 */
public final class ProfileCheck {

  private final KeycloakSession session;
  private final UserModel user;

  /** Null until somebody asks: the check looks for other users with the same name or address. */
  private String refused;

  public ProfileCheck(KeycloakSession session, UserModel user) {
    this.session = session;
    this.user = user;
  }

  /** Attribute names with message keys, never values; empty if all is valid. */
  public String refused() {
    if (refused == null) {
      refused = check();
    }
    return refused;
  }

  private String check() {
    try {
      session
          .getProvider(UserProfileProvider.class)
          .create(UserProfileContext.UPDATE_PROFILE, user)
          .validate();
      return "";
    } catch (ValidationException e) {
      return e.getErrors().stream()
          .map(error -> error.getAttribute() + ": " + error.getMessage())
          .distinct()
          .sorted()
          .collect(Collectors.joining(", "));
    }
  }
}
