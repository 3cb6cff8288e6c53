package io.keycloakpools.userstorage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.cache.LocalCache;
import org.keycloak.cache.LocalCacheConfiguration;
import org.keycloak.cache.LocalCacheProvider;

/**
 * Names that the directory did not know a moment ago, so that typing them again and again does not
 * reach it; and how many of them came from one {@link Network}, so that typing ever new ones does
 * not either. Kept on this node, for {@link #LIFE} from the answer on however often they are asked
 * for, in Keycloak's own local cache.
 */
final class UnknownNames {

  /** How long somebody who has just been added to the directory may have to wait. */
  static final Duration LIFE = Duration.ofSeconds(10);

  /** The oldest make way for new ones. */
  static final int MOST = 10_000;

  /** In characters; longer names are no names of people, and are asked for each time. */
  static final int LONGEST = 320;

  /** More people than mistype their names in one office; fewer than a directory is hurt by. */
  static final int MOST_FROM_ONE_ADDRESS = 100;

  private final LocalCache<String, Boolean> names;
  private final LocalCache<String, AtomicInteger> addresses;

  UnknownNames(LocalCache<String, Boolean> names, LocalCache<String, AtomicInteger> addresses) {
    this.names = names;
    this.addresses = addresses;
  }

  /** Empty ones. */
  static UnknownNames create(LocalCacheProvider caches) {
    return new UnknownNames(
        caches.create(cache("userPoolUnknownNames")), caches.create(cache("userPoolProbing")));
  }

  /**
   * The builder's method that takes a plain duration counts from the last use (Keycloak 26.7.1), by
   * which a stranger could keep a name unknown for ever.
   */
  private static <V> LocalCacheConfiguration<String, V> cache(String name) {
    return LocalCacheConfiguration.<String, V>builder()
        .name(name)
        .maxSize(MOST)
        .expirationAfterCreate((key, value) -> LIFE)
        .build();
  }

  boolean contains(String name) {
    return name.length() <= LONGEST && names.get(name) != null;
  }

  /**
   * The directory does not know a name.
   *
   * @param address where it was typed
   * @return whether that place gets no more answers from now on
   */
  boolean add(String name, Optional<String> address) {
    if (name.length() <= LONGEST) {
      names.put(name, true);
    }
    return count(address);
  }

  /**
   * Somebody at an address heard something of a name without a right password.
   *
   * @return whether that place gets no more answers from now on
   */
  boolean count(Optional<String> address) {
    return address.map(Network::of).map(this::counted).orElse(0) == MOST_FROM_ONE_ADDRESS;
  }

  void remove(String name) {
    names.invalidate(name);
  }

  /** Whether so many unknown names were typed at an address that it gets no more answers now. */
  boolean probing(Optional<String> address) {
    return address
        .map(Network::of)
        .map(addresses::get)
        .filter(count -> count.get() >= MOST_FROM_ONE_ADDRESS)
        .isPresent();
  }

  void close() {
    names.close();
    addresses.close();
  }

  /** Of two that begin to count at once, one is forgotten. */
  private int counted(String network) {
    AtomicInteger count = addresses.get(network);
    if (count != null) {
      return count.incrementAndGet();
    }
    addresses.put(network, new AtomicInteger(1));
    return 1;
  }
}
