package io.keycloakpools.userstorage.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoolObserversTest {

  private static final ObservedPool POOL = pool("r1", "one", "legacy");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final PoolObservers observers = new PoolObservers(true);

  @BeforeEach
  void show() {
    Metrics.addRegistry(registry);
  }

  @AfterEach
  void hide() {
    observers.close();
    Metrics.removeRegistry(registry);
  }

  @Test
  void aPoolKeepsItsObserverWhenItsSettingsChange() {
    assertThat(observers.of(POOL)).isSameAs(observers.of(pool("r1", "one", "legacy")));
  }

  @Test
  void aRenamedPoolLeavesNoMeterUnderItsOldName() {
    observers.of(POOL).record(imported());
    assertThat(registry.getMeters()).hasSize(1);

    observers.of(pool("r1", "one", "renamed")).record(imported());

    assertThat(registry.getMeters())
        .singleElement()
        .satisfies(meter -> assertThat(meter.getId().getTag("pool")).isEqualTo("renamed"));
  }

  @Test
  void aPoolThatIsGoneLeavesNothing() {
    observers.of(POOL).record(imported());
    observers.remove("one");

    assertThat(registry.getMeters()).isEmpty();
    assertThat(observers.find("one")).isEmpty();
  }

  @Test
  void thePoolsOfARealmAreFound() {
    observers.of(POOL);
    observers.of(pool("r1", "two", "other"));
    observers.of(pool("r2", "three", "legacy"));

    assertThat(observers.ofRealm("r1")).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void withoutMetricsNothingIsShownAndOutcomesAreRememberedAllTheSame() {
    PoolObserver observer = new PoolObservers(false).of(POOL);
    observer.record(imported());

    assertThat(registry.getMeters()).isEmpty();
    assertThat(observer.lastOutcomes()).hasSize(1);
  }

  @Test
  void namesThatNobodyHasPushNothingOut() {
    PoolObserver observer = observers.of(POOL);
    observer.record(imported());
    for (int i = 0; i < LastOutcomes.MOST; i++) {
      observer.record(Outcome.of(Step.LOOKUP, Result.NOT_FOUND, Optional.empty()));
    }

    assertThat(observer.lastOutcomes())
        .extracting(Outcome::result)
        .containsExactly(Result.IMPORTED);
  }

  private static Outcome imported() {
    return Outcome.of(Step.LOOKUP, Result.IMPORTED, Optional.of("user"));
  }

  private static ObservedPool pool(String realm, String id, String name) {
    return new ObservedPool(realm, "realm " + realm, id, name, "test");
  }
}
