package io.keycloakpools.simulators.cognito;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A JSON array of users for {@link CognitoSimulatorMain}. Only {@code username} is required; an
 * unknown member is an error. Attributes have any standard or {@code custom:} name.
 */
final class CognitoUsersFile {
  private CognitoUsersFile() {}

  record Entry(
      String username,
      String sub,
      String password,
      Boolean temporaryPasswordExpired,
      Boolean enabled,
      UserStatus status,
      Map<String, String> attributes,
      List<String> groups,
      CognitoSecondFactor secondFactor,
      String forcedChallenge) {

    CognitoUser toUser() {
      CognitoUser.Builder user = CognitoUser.builder(username);
      ifGiven(sub, user::sub);
      ifGiven(password, user::password);
      ifGiven(temporaryPasswordExpired, user::temporaryPasswordExpired);
      ifGiven(enabled, user::enabled);
      ifGiven(status, user::status);
      ifGiven(attributes, given -> given.forEach(user::attribute));
      ifGiven(groups, user::groups);
      ifGiven(secondFactor, user::secondFactor);
      ifGiven(forcedChallenge, user::forcedChallenge);
      return user.build();
    }

    private static <T> void ifGiven(T value, Consumer<T> use) {
      if (value != null) {
        use.accept(value);
      }
    }

    @Override
    public String toString() {
      return "Entry[" + username + "]";
    }
  }

  static List<CognitoUser> read(Path file) throws IOException {
    List<Entry> entries =
        new ObjectMapper().readValue(file.toFile(), new TypeReference<List<Entry>>() {});
    return entries.stream().map(Entry::toUser).toList();
  }
}
