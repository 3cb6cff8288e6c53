package io.keycloakpools.userstorage.pool;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.keycloak.cache.LocalCache;
import org.keycloak.cache.LocalCacheConfiguration;
import org.keycloak.cache.LocalCacheProvider;

/**
 * Names that the directory did not know a moment ago, and their number by {@link Network}: neither
 * repeated nor ever new names reach it. They stay in this node's local cache for {@link #LIFE}
 * after the answer, however often they are asked for.
 */
public final class UnknownNames {

  /** The longest wait for a user who was just added to the directory. */
  public static final Duration LIFE = Duration.ofSeconds(10);

  /** For all pools; new entries replace the oldest. */
  static final int MOST = 10_000;

  /** In characters; longer texts are not names of people, and are asked for each time. */
  static final int LONGEST = 320;

  /** More people than mistype their names in one office; fewer than a directory is hurt by. */
  static final int MOST_FROM_ONE_ADDRESS = 100;

  /** Shared by all pools: two caches of one name would be one meter, and cause a warning. */
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
     * The builder's method for a plain duration counts from the last use (Keycloak 26.7.1), so that
     * a stranger could keep a name unknown for ever.
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
   * @param pool number of the opened pool: reopening it forgets everything
   */
  record Key(long pool, String text) {}

  private static final AtomicLong OPENED = new AtomicLong();

  private final Caches caches;
  private final long pool = OPENED.incrementAndGet();

  UnknownNames(Caches caches) {
    this.caches = caches;
  }

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
   * Records an unknown name.
   *
   * @return whether the address's network has just reached the limit
   */
  public boolean add(String name, Optional<String> address) {
    if (name.length() <= LONGEST) {
      caches.names().put(key(name), true);
    }
    return count(address);
  }

  /** Counts, as {@link #add} does, a name that was revealed without a right password. */
  boolean count(Optional<String> address) {
    return address.map(Network::of).map(this::counted).orElse(0) == MOST_FROM_ONE_ADDRESS;
  }

  public void remove(String name) {
    caches.names().invalidate(key(name));
  }

  /** Whether the address's network has reached the limit. */
  public boolean probing(Optional<String> address) {
    return address
        .map(Network::of)
        .map(network -> caches.addresses().get(key(network)))
        .filter(count -> count.get() >= MOST_FROM_ONE_ADDRESS)
        .isPresent();
  }

  /** If two requests begin to count at once, one count is lost. */
  private int counted(String network) {
    AtomicInteger count = caches.addresses().get(key(network));
    if (count != null) {
      return count.incrementAndGet();
    }
    caches.addresses().put(key(network), new AtomicInteger(1));
    return 1;
  }
}
