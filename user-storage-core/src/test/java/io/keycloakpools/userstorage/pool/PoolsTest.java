package io.keycloakpools.userstorage.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.reference.References;
import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.userstorage.directory.AnsweringDirectory;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.guard.GuardedDirectory;
import io.keycloakpools.userstorage.observe.ObservedPool;
import io.keycloakpools.userstorage.observe.PoolObservers;
import io.keycloakpools.userstorage.settings.UserPoolConfig;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;

class PoolsTest {

  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<Closable> opened = new ArrayList<>();
  private final List<String> forgotten = new ArrayList<>();
  private final Pools pools = new Pools(forgotten::add, later::add);
  private final ComponentModel model = component();

  @Test
  void aPoolIsOpenedOnceForManyRequests() {
    assertThat(pool()).isSameAs(pool());
    assertThat(opened).hasSize(1);
  }

  @Test
  void aChangedSettingOpensAnotherAndClosesTheOldOneWhenItsRequestsAreOver() {
    Pool before = pool();
    model.getConfig().putSingle("region", "eu-west-1");

    assertThat(pool()).isNotSameAs(before);
    assertThat(opened.get(0).closed).isFalse();

    later.remove().run();
    assertThat(opened.get(0).closed).isTrue();
    assertThat(opened.get(1).closed).isFalse();
  }

  @Test
  void aSettingThatIsChangedInPlaceIsNoticed() {
    Pool before = pool();
    model.getConfig().get("region").set(0, "eu-west-1");

    assertThat(pool()).isNotSameAs(before);
  }

  @Test
  void aChangedNameIsNoticed() {
    Pool before = pool();
    model.setName("renamed");

    assertThat(pool()).isNotSameAs(before);
  }

  @Test
  void aRemovedPoolIsClosed() {
    pool();
    pools.remove(model.getId());
    later.remove().run();

    assertThat(opened.get(0).closed).isTrue();
    pool();
    assertThat(opened).hasSize(2);
  }

  /** A sign-in during the deletion does not see it. */
  @Test
  void aPoolThatIsOpenedAgainWhileItIsDeletedIsForgottenInTheEnd() {
    pool();
    pools.forget(model.getId());
    pool();

    while (!later.isEmpty()) {
      later.remove().run();
    }
    assertThat(opened).hasSize(2).allMatch(directory -> directory.closed);
    assertThat(forgotten).containsExactly("id", "id");
  }

  @Test
  void atTheEndEveryPoolIsClosedAtOnce() {
    pool();
    pools.close();

    assertThat(opened.get(0).closed).isTrue();
  }

  private Pool pool() {
    return pools.get(
        model,
        () -> {
          Closable directory = new Closable();
          opened.add(directory);
          UserPoolConfig defaults = UserPoolConfig.read(new Settings(key -> null, text -> text));
          return new Pool(
              model.getId(),
              model.getName(),
              defaults,
              References.of(List.of()),
              new GuardedDirectory(directory, List.of()),
              new PoolObservers(false)
                  .of(new ObservedPool("r", "realm", model.getId(), "pool", "test")),
              new UnknownNames(new UnknownNames.Caches(new MapCache<>(), new MapCache<>())));
        });
  }

  private static ComponentModel component() {
    ComponentModel model = new ComponentModel();
    model.setId("id");
    model.setName("pool");
    model.getConfig().putSingle("region", "eu-central-1");
    return model;
  }

  private static final class Closable extends AnsweringDirectory {
    private boolean closed;

    Closable() {
      super(new Lookup.NotFound(), new PasswordCheck.Rejected());
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
