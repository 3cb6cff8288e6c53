package io.keycloakpools.identitypool.profile.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.Settings;
import io.keycloakpools.identitypool.pool.IdentityPool;
import io.keycloakpools.identitypool.profile.rules.Placement.Move;
import io.keycloakpools.identitypool.settings.PoolSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class PlacementTest {

  private static final Optional<IdentityPool> NONE = Optional.empty();
  private static final Optional<IdentityPool> SHOP = Optional.of(pool("shop", true, false));
  private static final Optional<IdentityPool> CLUB = Optional.of(pool("club", true, false));
  private static final Optional<IdentityPool> OFF = Optional.of(pool("off", false, false));
  private static final Optional<IdentityPool> UNUSABLE = Optional.of(pool("bad", true, true));

  @Nested
  final class User {

    @Test
    void followsThePresentPool() {
      assertThat(Placement.ofUser(SHOP))
          .isEqualTo(new Placement(SHOP, SHOP, Move.NONE, Optional.empty()));
      assertThat(Placement.ofUser(SHOP).inUnusablePool()).isFalse();
    }

    @Test
    void followsAPoolThatIsSwitchedOff() {
      assertThat(Placement.ofUser(OFF).target()).isEqualTo(OFF);
    }

    @Test
    void ofAnUnusablePoolFollowsNone() {
      assertThat(Placement.ofUser(UNUSABLE))
          .isEqualTo(new Placement(UNUSABLE, NONE, Move.NONE, Optional.empty()));
      assertThat(Placement.ofUser(UNUSABLE).inUnusablePool()).isTrue();
    }

    @Test
    void ofNoPoolFollowsNone() {
      assertThat(Placement.ofUser(NONE))
          .isEqualTo(new Placement(NONE, NONE, Move.NONE, Optional.empty()));
      assertThat(Placement.ofUser(NONE).inUnusablePool()).isFalse();
    }
  }

  @Nested
  final class Newcomer {

    @Test
    void joins() {
      assertThat(Placement.ofNewcomer(SHOP, false))
          .isEqualTo(new Placement(NONE, SHOP, Move.JOINS, Optional.empty()));
    }

    @Test
    void joinsNothingWithoutAPool() {
      assertThat(Placement.ofNewcomer(NONE, false))
          .isEqualTo(new Placement(NONE, NONE, Move.NONE, Optional.empty()));
    }

    @Test
    void isRefusedByAClosedPool() {
      assertThat(Placement.ofNewcomer(OFF, false))
          .isEqualTo(new Placement(NONE, NONE, Move.NONE, Optional.of("identityPoolOff")));
      assertThat(Placement.ofNewcomer(UNUSABLE, false).refusal()).contains("identityPoolUnusable");
    }

    @Test
    void isNotRefusedAtTheReview() {
      assertThat(Placement.ofNewcomer(OFF, true))
          .isEqualTo(new Placement(NONE, NONE, Move.NONE, Optional.empty()));
      assertThat(Placement.ofNewcomer(SHOP, true).move()).isEqualTo(Move.JOINS);
    }
  }

  @Nested
  final class Choice {

    @Test
    void movesTheUser() {
      assertThat(choose(SHOP, "club", CLUB))
          .isEqualTo(new Placement(SHOP, CLUB, Move.CHOSEN, Optional.empty()));
      assertThat(choose(NONE, "club", CLUB))
          .isEqualTo(new Placement(NONE, CLUB, Move.CHOSEN, Optional.empty()));
    }

    @Test
    void movesTheUserOutOfAnUnusablePool() {
      Placement moved = choose(UNUSABLE, "club", CLUB);

      assertThat(moved.target()).isEqualTo(CLUB);
      assertThat(moved.inUnusablePool()).isFalse();
    }

    @Test
    void ofNoPoolTakesTheUserOut() {
      assertThat(choose(SHOP, " ", NONE))
          .isEqualTo(new Placement(SHOP, NONE, Move.CHOSEN, Optional.empty()));
    }

    @Test
    void ofNoPoolChangesNothingForAUserOfNone() {
      assertThat(Placement.ofUser(NONE).choose("", NONE, Optional.of("unmovable")))
          .isEqualTo(Placement.ofUser(NONE));
    }

    @Test
    void ofThePresentPoolChangesNothing() {
      assertThat(Placement.ofUser(SHOP).choose("SHOP", SHOP, Optional.of("unmovable")))
          .isEqualTo(Placement.ofUser(SHOP));
    }

    @Test
    void ofAnUnknownPoolIsRefused() {
      assertThat(choose(SHOP, "nowhere", NONE))
          .isEqualTo(new Placement(SHOP, SHOP, Move.NONE, Optional.of("identityPoolUnknown")));
    }

    @Test
    void ofAClosedPoolIsRefused() {
      assertThat(choose(SHOP, "off", OFF))
          .isEqualTo(new Placement(SHOP, SHOP, Move.NONE, Optional.of("identityPoolOff")));
    }

    @Test
    void isRefusedForAUserWhoCannotBeMoved() {
      Placement present = Placement.ofUser(SHOP);

      assertThat(present.choose("off", OFF, Optional.of("unmovable")).refusal())
          .as("before what the pool has against it")
          .contains("unmovable");
      assertThat(present.choose("", NONE, Optional.of("unmovable")))
          .isEqualTo(new Placement(SHOP, SHOP, Move.NONE, Optional.of("unmovable")));
    }

    private static Placement choose(
        Optional<IdentityPool> present, String name, Optional<IdentityPool> named) {
      return Placement.ofUser(present).choose(name, named, Optional.empty());
    }
  }

  private static IdentityPool pool(String id, boolean enabled, boolean unusable) {
    Map<String, List<String>> settings = Map.of("enabled", List.of(Boolean.toString(enabled)));
    return new IdentityPool(
        id,
        id,
        PoolSettings.read(settings::get),
        null,
        null,
        unusable ? Optional.of(Settings.problem("payloadSchema", "gone")) : Optional.empty());
  }
}
