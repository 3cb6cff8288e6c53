package io.keycloakpools.userstorage.users;

import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * What the realm's user profile refuses of the data that a directory gave. Keycloak asks the person
 * for it at a page ({@code VerifyUserProfile}), and refuses a direct grant without saying what it
 * is.
 */
public record ProfileCheck(KeycloakSession session) {

  /** Names of attributes with the keys of messages, never a value; empty if all is well. */
  public String refused(UserModel user) {
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
