package io.keycloakpools.userstorage.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.fake.Stub;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.ReadOnlyUserModelDelegate;
import org.keycloak.models.utils.UserModelDelegate;

class SwitchedOffTest {

  private static final String POOL = "pool";

  private final UserModel enabled = new Known(true);
  private final UserModel switchedOff = new ReadOnlyUserModelDelegate(enabled, false);
  private final ComponentModel pool = new ComponentModel();
  private final RealmModel realm =
      Stub.create()
          .on("getComponent", arguments -> POOL.equals(arguments[0]) ? pool : null)
          .as(RealmModel.class);

  @Test
  void aUserOfAPoolThatIsOnGoesOn() {
    assertThat(isGone(enabled)).isFalse();
    assertThat(isGone(new Cached(POOL, enabled))).isFalse();
    assertThat(isGone(new Cached(POOL, enabled, "VERIFY_PROFILE"))).isFalse();
  }

  /** Keycloak has a text for users disabled by an admin. */
  @Test
  void aDisabledUserIsNotOne() {
    assertThat(isGone(new Known(false))).isFalse();
  }

  @Test
  void aUserOfAPoolThatIsOffIsRefused() {
    pool.put("enabled", false);

    assertThat(isGone(switchedOff)).isTrue();
    assertThat(isGone(new Cached(POOL, enabled))).isTrue();
  }

  @Test
  void aUserOfADeletedPoolIsRefused() {
    assertThat(isGone(new Cached("deleted", enabled))).isTrue();
  }

  /** The cache is older; Keycloak's next action would write the user and fail. */
  @Test
  void aCachedUserIsLookedAtAsKeycloakWritesThem() {
    assertThat(isGone(new Cached(POOL, switchedOff, "VERIFY_PROFILE"))).isTrue();
  }

  @Test
  void aUserWhoWasDeletedIsRefused() {
    assertThat(isGone(null)).isTrue();
    assertThat(isGone(new Cached(POOL, null, "VERIFY_PROFILE"))).isTrue();
  }

  /** Loading takes the user out of the cache. */
  @Test
  void aCachedUserWhomNobodyWritesIsNotLoaded() {
    assertThat(isGone(new Cached(POOL, null))).isFalse();
  }

  private boolean isGone(UserModel user) {
    return SwitchedOff.isGone(user, realm);
  }

  private static class Known extends UserModelDelegate {
    private final boolean enabled;

    Known(boolean enabled) {
      super(null);
      this.enabled = enabled;
    }

    @Override
    public boolean isEnabled() {
      return enabled;
    }

    @Override
    public boolean isFederated() {
      return true;
    }
  }

  /** As {@code UserAdapter} of Keycloak's cache. */
  private static final class Cached extends Known implements CachedUserModel {
    private final String provider;
    private final UserModel stored;
    private final List<String> actions;

    Cached(String provider, UserModel stored, String... actions) {
      super(true);
      this.provider = provider;
      this.stored = stored;
      this.actions = List.of(actions);
    }

    @Override
    public String getFederationLink() {
      return provider;
    }

    @Override
    public Stream<String> getRequiredActionsStream() {
      return actions.stream();
    }

    @Override
    public UserModel getDelegateForUpdate() {
      if (stored == null) {
        throw new IllegalStateException("Not found in database");
      }
      return stored;
    }

    @Override
    public boolean isMarkedForEviction() {
      return false;
    }

    @Override
    public void invalidate() {}

    @Override
    public long getCacheTimestamp() {
      return 0;
    }

    @Override
    public ConcurrentHashMap<?, ?> getCachedWith() {
      return new ConcurrentHashMap<>();
    }
  }
}
