package io.keycloakpools.userstorage.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.StorageUnavailableException;
import org.keycloak.storage.user.UserLookupProvider;

class ProvidersBehindTest {

  private static final UserModel ADA = new UserModelDelegate(null);
  private static final UserLookupProvider KNOWS_NOBODY = new Provider(name -> null);
  private static final UserLookupProvider KNOWS_ADA = new Provider(name -> ADA);
  private static final UserLookupProvider DOWN =
      new Provider(
          name -> {
            throw new StorageUnavailableException("no route");
          });

  @Test
  void theFirstWhoKnowsSomebodyAnswers() {
    assertThat(first(KNOWS_NOBODY, KNOWS_ADA, DOWN)).containsSame(ADA);
  }

  @Test
  void oneThatIsDownDoesNotHideTheNext() {
    assertThat(first(DOWN, KNOWS_ADA)).containsSame(ADA);
  }

  /** After an exception, Keycloak would take an outage for an unknown name. */
  @Test
  void ifAllAreDownNobodyIsFoundAndNothingIsThrown() {
    assertThat(first(DOWN, DOWN)).isEmpty();
    assertThat(first()).isEmpty();
  }

  private static Optional<UserModel> first(UserLookupProvider... providers) {
    return ProvidersBehind.first(
        Stream.of(providers), provider -> provider.getUserByUsername(null, "ada"));
  }

  private record Provider(Function<String, UserModel> known) implements UserLookupProvider {

    @Override
    public UserModel getUserById(RealmModel realm, String id) {
      return known.apply(id);
    }

    @Override
    public UserModel getUserByUsername(RealmModel realm, String username) {
      return known.apply(username);
    }

    @Override
    public UserModel getUserByEmail(RealmModel realm, String email) {
      return known.apply(email);
    }
  }
}
