package io.keycloakpools.userstorage.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.CachedUserModel;
import org.keycloak.models.utils.ReadOnlyUserModelDelegate;
import org.keycloak.models.utils.UserModelDelegate;

class SwitchedOffTest {

  private final UserModel enabled = new Known(true);
  private final UserModel switchedOff = new ReadOnlyUserModelDelegate(enabled, false);

  @Test
  void aUserOfAPoolThatIsOnGoesOn() {
    assertThat(SwitchedOff.isGone(enabled)).isFalse();
    assertThat(SwitchedOff.isGone(new Cached(enabled))).isFalse();
  }

  /** Keycloak has a text for users disabled by an admin. */
  @Test
  void aDisabledUserIsNotOne() {
    assertThat(SwitchedOff.isGone(new Known(false))).isFalse();
  }

  @Test
  void aUserOfAPoolThatIsOffIsRefused() {
    assertThat(SwitchedOff.isGone(switchedOff)).isTrue();
  }

  /** The cache is older; Keycloak's next action would write the user and fail. */
  @Test
  void aCachedUserIsLookedAtAsKeycloakWritesThem() {
    assertThat(SwitchedOff.isGone(new Cached(switchedOff))).isTrue();
  }

  @Test
  void aUserWhoWasDeletedIsRefused() {
    assertThat(SwitchedOff.isGone(null)).isTrue();
    assertThat(SwitchedOff.isGone(new Cached(null))).isTrue();
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
    private final UserModel stored;

    Cached(UserModel stored) {
      super(true);
      this.stored = stored;
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
