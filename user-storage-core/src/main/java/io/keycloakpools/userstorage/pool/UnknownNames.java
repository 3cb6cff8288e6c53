package io.keycloakpools.userstorage.pool;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.cache.LocalCache;
import org.keycloak.cache.LocalCacheConfiguration;
import org.keycloak.cache.LocalCacheProvider;

/**
 * Names that the directory did not know a moment ago, so that typing them again and again does not
 * reach it; and how many of them came from one {@link Network}, so that typing ever new ones does
 * not either. Kept on this node, for {@link #LIFE} from the answer on however often they are asked
 * for, in Keycloak's own local cache.
 */
public final class UnknownNames {

  /** How long somebody who has just been added to the directory may have to wait. */
  public static final Duration LIFE = Duration.ofSeconds(10);

  /** Of all pools; the oldest make way for new ones. */
  static final int MOST = 10_000;

  /** In characters; longer names are no names of people, and are asked for each time. */
  static final int LONGEST = 320;

  /** More people than mistype their names in one office; fewer than a directory is hurt by. */
  static final int MOST_FROM_ONE_ADDRESS = 100;

  /** Of all pools of the server: two caches of one name would be one meter, and a warning. */
  record Caches(LocalCache<Key, Boolean> names, LocalCache<Key, AtomicInteger> addresses) {

    private static volatile Caches ofServer;

    static Caches create(LocalCacheProvider caches) {
      return new Caches(
          caches.create(cache("userPoolUnknownNames")), caches.create(cache("userPoolProbing")));
    }

    private static synchronized Caches ofServer(LocalCacheProvider caches) {
      if (ofServer == null) {
        ofServer = create(caches);
      }
      return ofServer;
    }

    /**
     * The builder's method that takes a plain duration counts from the last use (Keycloak 26.7.1),
     * by which a stranger could keep a name unknown for ever.
     */
    private static <V> LocalCacheConfiguration<Key, V> cache(String name) {
      return LocalCacheConfiguration.<Key, V>builder()
          .name(name)
          .maxSize(MOST)
          .expirationAfterCreate((key, value) -> LIFE)
          .build();
    }
  }

  /**
   * A name or a network, for one pool.
   *
   * @param pool number of the opened pool: one that is opened anew has forgotten everything
   */
  record Key(long pool, String text) {}

  private static final AtomicLong OPENED = new AtomicLong();

  private final Caches caches;
  private final long pool = OPENED.incrementAndGet();

  UnknownNames(Caches caches) {
    this.caches = caches;
  }

  /** Those of a pool that is opened: none. */
  static UnknownNames create(LocalCacheProvider caches) {
    return new UnknownNames(Caches.ofServer(caches));
  }

  private Key key(String text) {
    return new Key(pool, text);
  }

  public boolean contains(String name) {
    return name.length() <= LONGEST && caches.names().get(key(name)) != null;
  }

  /**
   * The directory does not know a name.
   *
   * @param address where it was typed
   * @return whether that place gets no more answers from now on
   */
  public boolean add(String name, Optional<String> address) {
    if (name.length() <= LONGEST) {
      caches.names().put(key(name), true);
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

  public void remove(String name) {
    caches.names().invalidate(key(name));
  }

  /** Whether so many unknown names were typed at an address that it gets no more answers now. */
  public boolean probing(Optional<String> address) {
    return address
        .map(Network::of)
        .map(network -> caches.addresses().get(key(network)))
        .filter(count -> count.get() >= MOST_FROM_ONE_ADDRESS)
        .isPresent();
  }

  /** Of two that begin to count at once, one is forgotten. */
  private int counted(String network) {
    AtomicInteger count = caches.addresses().get(key(network));
    if (count != null) {
      return count.incrementAndGet();
    }
    caches.addresses().put(key(network), new AtomicInteger(1));
    return 1;
  }
}
