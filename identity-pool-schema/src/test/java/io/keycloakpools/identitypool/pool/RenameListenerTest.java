package io.keycloakpools.identitypool.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.keycloakpools.identitypool.text.AdminTexts;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

final class RenameListenerTest {

  @ParameterizedTest
  @CsvSource({
    "/team, /crew",
    "/team/new, /crew/new",
    "/teams, /teams",
    "/a/team, /a/team",
  })
  void aPathFollowsItsGroupAndTheOnesAbove(String path, String after) {
    assertThat(RenameListener.moved(path, "/team", "/crew")).isEqualTo(after);
  }

  @Test
  void aPoolThatCannotFollowIsNoReasonToRefuseTheName() {
    RealmModel refusing =
        (RealmModel)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RealmModel.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("updateComponent")) {
                    throw AdminTexts.refused("Group (group): there is no group {0}.");
                  }
                  return null;
                });

    assertThatCode(() -> RenameListener.update(refusing, new ComponentModel(), "group"))
        .doesNotThrowAnyException();
  }
}
