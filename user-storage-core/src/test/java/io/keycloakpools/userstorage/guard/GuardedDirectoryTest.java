package io.keycloakpools.userstorage.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class GuardedDirectoryTest {

  private static final PasswordAttempt ATTEMPT =
      new PasswordAttempt("1", "ada", "secret", Optional.empty());

  private final Down down = new Down();
  private final Breakers breakers = new Breakers(new Breaker(), new Breaker());
  private final GuardedDirectory guarded = new GuardedDirectory(down, List.of(breakers));

  @Test
  void lookupsOfAllKindsOpenOneBreaker() {
    for (int i = 0; i < Breaker.FAILURES; i++) {
      find(i);
    }
    assertThat(down.asked).isEqualTo(Breaker.FAILURES);
    assertThat(breakers.lookups().state()).isEqualTo(Breaker.State.OPEN);

    for (int i = 0; i < 3; i++) {
      assertThat(find(i)).isInstanceOf(Lookup.Unavailable.class);
    }
    assertThat(down.asked).isEqualTo(Breaker.FAILURES);
  }

  @Test
  void passwordsAreCheckedThoughNobodyCanBeFound() {
    for (int i = 0; i < Breaker.FAILURES; i++) {
      find(i);
    }
    int before = down.asked;

    assertThat(guarded.checkPassword(ATTEMPT)).isInstanceOf(PasswordCheck.Unavailable.class);
    assertThat(down.asked).isEqualTo(before + 1);
    assertThat(breakers.passwords().state()).isEqualTo(Breaker.State.CLOSED);
  }

  @Test
  void passwordChecksOpenTheirs() {
    for (int i = 0; i <= Breaker.FAILURES; i++) {
      assertThat(guarded.checkPassword(ATTEMPT)).isInstanceOf(PasswordCheck.Unavailable.class);
    }
    assertThat(down.asked).isEqualTo(Breaker.FAILURES);
    assertThat(breakers.passwords().state()).isEqualTo(Breaker.State.OPEN);
    assertThat(breakers.lookups().state()).isEqualTo(Breaker.State.CLOSED);
  }

  @Test
  void whoTestsOrListsReachesTheDirectoryWhateverTheBreakersSay() {
    for (int i = 0; i < Breaker.FAILURES; i++) {
      find(i);
      guarded.checkPassword(ATTEMPT);
    }
    assertThat(breakers.lookups().state()).isEqualTo(Breaker.State.OPEN);
    assertThat(breakers.passwords().state()).isEqualTo(Breaker.State.OPEN);
    int before = down.asked;

    assertThat(guarded.test()).isInstanceOf(ConnectionTest.Fails.class);
    assertThat(guarded.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Unavailable.class);
    guarded.warmUp();
    guarded.close();
    assertThat(down.asked).isEqualTo(before + 4);
  }

  @Test
  void theFirstGuardAsksFirstAndAnswersLast() {
    List<String> order = new ArrayList<>();
    Directory named =
        new GuardedDirectory(down, List.of(noting("inner", order))).behind(noting("outer", order));

    assertThat(named.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(order)
        .containsExactly(
            "outer findByUsername", "inner findByUsername", "inner answered", "outer answered");
  }

  private static Guard noting(String name, List<String> order) {
    return new Guard() {
      @Override
      public <A> A around(Question<A> question, Supplier<A> next) {
        order.add(name + " " + question.method());
        A answer = next.get();
        order.add(name + " answered");
        return answer;
      }
    };
  }

  /** An imported realm brings unvalidated settings. */
  @Test
  void whoseSettingsCannotWorkIsInAnOutage() {
    Directory unusable =
        GuardedDirectory.unusable(
            new InvalidSettingException(SettingProblem.of("url", "userPoolSettingMissing")));

    assertThat(unusable.findByUsername("ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(unusable.findByEmail("ada@example.com")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(unusable.findByExternalId("1", "ada")).isInstanceOf(Lookup.Unavailable.class);
    assertThat(unusable.checkPassword(ATTEMPT)).isInstanceOf(PasswordCheck.Unavailable.class);
    assertThat(unusable.listUsers(Optional.empty(), 1)).isInstanceOf(Listing.Unavailable.class);
    assertThat(unusable.test()).isInstanceOf(ConnectionTest.Fails.class);
    unusable.warmUp();
    unusable.close();
  }

  private Lookup find(int turn) {
    return switch (turn % 3) {
      case 0 -> guarded.findByUsername("ada");
      case 1 -> guarded.findByEmail("ada@example.com");
      default -> guarded.findByExternalId("1", "ada");
    };
  }

  private static final class Down implements Directory {
    private static final Outage OUTAGE = Outage.down("no route");
    private int asked;

    @Override
    public Lookup findByUsername(String username) {
      asked++;
      return new Lookup.Unavailable(OUTAGE);
    }

    @Override
    public Lookup findByEmail(String email) {
      asked++;
      return new Lookup.Unavailable(OUTAGE);
    }

    @Override
    public Lookup findByExternalId(String externalId, String loginName) {
      asked++;
      return new Lookup.Unavailable(OUTAGE);
    }

    @Override
    public Listing listUsers(Optional<String> page, int limit) {
      asked++;
      return new Listing.Unavailable(OUTAGE);
    }

    @Override
    public PasswordCheck checkPassword(PasswordAttempt attempt) {
      asked++;
      return new PasswordCheck.Unavailable(OUTAGE);
    }

    @Override
    public ConnectionTest test() {
      asked++;
      return new ConnectionTest.Fails(SettingProblem.of("url", "unreachable"));
    }

    @Override
    public void warmUp() {
      asked++;
    }

    @Override
    public void close() {
      asked++;
    }
  }
}
