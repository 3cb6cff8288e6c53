package io.keycloakpools.it.identity;

import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import java.util.Map;

/** The realm's switch for people who would otherwise become users of no pool. */
final class NewUsersOfNoPool {

  private static final String PATH =
      "/authentication/required-actions/identity-pool-applications/config";

  private NewUsersOfNoPool() {}

  /** As an admin does; an empty setting is removed. */
  static void set(TestRealm realm, String setting) {
    change(realm, setting).expectDone();
  }

  static Change change(TestRealm realm, String setting) {
    return realm
        .rest()
        .put(
            PATH,
            Map.of("config", setting.isEmpty() ? Map.of() : Map.of("newUsersOfNoPool", setting)));
  }
}
