package io.keycloakpools.passwordpolicy;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;

final class PersonalTexts {

  /** Keycloak's {@code RegistrationUserCreation} stores the profile here. */
  private static final String REGISTRATION_PROFILE = "UP_REGISTER";

  private PersonalTexts() {}

  static List<String> ofUser(UserModel user) {
    return texts(
        Stream.of(user.getUsername(), user.getEmail(), user.getFirstName(), user.getLastName()));
  }

  /** Keycloak passes on only the username. */
  static List<String> ofRegistration(KeycloakSession session, String username) {
    Stream<String> profile =
        session.getAttribute(REGISTRATION_PROFILE) instanceof UserProfile registering
            ? profile(registering.getAttributes())
            : Stream.empty();
    return texts(Stream.concat(Stream.ofNullable(username), profile));
  }

  private static Stream<String> profile(Attributes attributes) {
    return Stream.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.FIRST_NAME, UserModel.LAST_NAME)
        .map(attributes::getFirst);
  }

  private static List<String> texts(Stream<String> texts) {
    return texts.filter(Objects::nonNull).distinct().toList();
  }
}
