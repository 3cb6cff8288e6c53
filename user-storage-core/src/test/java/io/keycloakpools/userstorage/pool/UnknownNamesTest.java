package io.keycloakpools.userstorage.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keycloak.cache.LocalCache;
import org.keycloak.cache.LocalCacheConfiguration;
import org.keycloak.cache.LocalCacheProvider;

class UnknownNamesTest {

  private static final Optional<String> NOWHERE = Optional.empty();
  private static final Optional<String> HERE = Optional.of("192.0.2.1");

  /** An e-mail address: 64 characters, @, 255 characters (RFC 5321, 4.5.3.1). */
  private static final int LONGEST = 320;

  private final MapCache<UnknownNames.Key, Boolean> cache = new MapCache<>();
  private final MapCache<UnknownNames.Key, AtomicInteger> addresses = new MapCache<>();
  private final UnknownNames.Caches caches = new UnknownNames.Caches(cache, addresses);
  private final UnknownNames names = new UnknownNames(caches);

  @Test
  void aNameIsUnknownOnceItWasAddedAndUntilItIsRemoved() {
    assertThat(names.contains("name:ada")).isFalse();

    names.add("name:ada", NOWHERE);
    assertThat(names.contains("name:ada")).isTrue();
    assertThat(names.contains("name:Ada")).isFalse();
    assertThat(names.contains("email:ada")).isFalse();

    names.remove("name:ada");
    assertThat(names.contains("name:ada")).isFalse();
  }

  @Test
  void aNameThatIsLongerThanNamesAreTakesNoRoom() {
    String longest = "a".repeat(LONGEST);
    names.add(longest, NOWHERE);
    names.add(longest + "a", NOWHERE);

    assertThat(cache.entries.keySet()).extracting(UnknownNames.Key::text).containsOnly(longest);
    assertThat(names.contains(longest + "a")).isFalse();
  }

  @Test
  void theCacheIsBoundedInNumberAndInTimeFromTheAnswerOn() {
    Configurations caches = new Configurations();
    UnknownNames.Caches unused = UnknownNames.Caches.create(caches);

    assertThat(caches.used)
        .hasSize(2)
        .allSatisfy(
            used -> {
              assertThat(used.maxSize()).isEqualTo(10_000);
              assertThat(used.expirationMode())
                  .isEqualTo(LocalCacheConfiguration.ExpirationMode.CREATE);
              assertThat(used.expiration().apply(null, null)).isEqualTo(Duration.ofSeconds(10));
            });
  }

  @Test
  void whoTypesAHundredUnknownNamesIsProbing() {
    for (int i = 1; i < 100; i++) {
      names.add("name:" + i, HERE);
      assertThat(names.probing(HERE)).isFalse();
    }
    names.add("name:" + "a".repeat(LONGEST), HERE);

    assertThat(names.probing(HERE)).isTrue();
    assertThat(names.probing(Optional.of("192.0.2.2"))).isFalse();
    assertThat(names.probing(NOWHERE)).isFalse();
  }

  /** The holder of one address in a /64 has them all. */
  @Test
  void theAddressesOfOneIpv6NetworkAreOnePlace() {
    for (int i = 1; i <= UnknownNames.MOST_FROM_ONE_ADDRESS; i++) {
      names.add("name:" + i, Optional.of("2001:db8:1:2::" + Integer.toHexString(i)));
    }

    assertThat(names.probing(Optional.of("2001:db8:1:2:aaaa::1"))).isTrue();
    assertThat(names.probing(Optional.of("2001:db8:1:3::1"))).isFalse();
    assertThat(addresses.entries).hasSize(1);
  }

  @Test
  void theLimitIsToldOnceWhenItIsReached() {
    for (int i = 1; i < UnknownNames.MOST_FROM_ONE_ADDRESS; i++) {
      assertThat(names.count(HERE)).isFalse();
    }

    assertThat(names.add("name:ada", HERE)).isTrue();
    assertThat(names.add("name:grace", HERE)).isFalse();
    assertThat(names.count(NOWHERE)).isFalse();
  }

  @Test
  void whatOnePoolDoesNotKnowAnotherMay() {
    UnknownNames others = new UnknownNames(caches);
    for (int i = 1; i <= UnknownNames.MOST_FROM_ONE_ADDRESS; i++) {
      names.add("name:" + i, HERE);
    }

    assertThat(others.contains("name:1")).isFalse();
    assertThat(others.probing(HERE)).isFalse();
    names.remove("name:1");
    assertThat(names.contains("name:2")).isTrue();
  }

  private static final class Configurations implements LocalCacheProvider {
    private final List<LocalCacheConfiguration<?, ?>> used = new ArrayList<>();

    @Override
    public <K, V> LocalCache<K, V> create(LocalCacheConfiguration<K, V> configuration) {
      used.add(configuration);
      return null;
    }

    @Override
    public void close() {}
  }
}
