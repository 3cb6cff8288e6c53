package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.simulators.rest.RestSimulator;
import io.keycloakpools.simulators.rest.RestUser;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/** Ada in a directory that tells more of its users than Auth0 and Cognito do. */
@ExtendWith(RunningKeycloak.class)
abstract class AdaInRest {

  static final String PASSWORD = "Old-ada-1!";

  private final RestSimulator directory = RestSimulator.onPort(0).start();
  TestRealm realm;

  @BeforeEach
  void open(AdminApi admin) {
    realm = admin.createRealm(settings -> settings.setBruteForceProtected(false));
  }

  @AfterEach
  void close() {
    directory.close();
    realm.close();
  }

  final String pool(Map<String, String> settings) {
    return tryPool(settings).id();
  }

  final Change tryPool(Map<String, String> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("url", directory.pools().toString());
    all.put("requestTimeout", "10000");
    return realm.components().add("pool", "rest-user-pool", all);
  }

  final void ada(UnaryOperator<RestUser.Builder> change) {
    RestUser ada =
        change
            .apply(
                RestUser.builder("42", "ada")
                    .password(PASSWORD)
                    .email("ada@example.com", true)
                    .name("Ada", "King"))
            .build();
    if (directory.users().findByUsername("ada").isPresent()) {
      directory.users().replace("ada", ada);
    } else {
      RestUser unused = directory.users().add(ada);
    }
  }

  final void signIn() {
    assertThat(realm.directGrant().login("ada", PASSWORD).ok()).isTrue();
  }

  final UserRepresentation imported() {
    UserRepresentation found = realm.users().byUsername("ada").orElseThrow();
    return realm.users().get(found.getId());
  }
}
