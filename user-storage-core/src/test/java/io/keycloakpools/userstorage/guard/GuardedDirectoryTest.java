package io.keycloakpools.userstorage.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.PasswordAttempt;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import io.keycloakpools.userstorage.directory.SettingProblem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardedDirectoryTest {

  private static final PasswordAttempt ATTEMPT =
      new PasswordAttempt("1", "ada", "secret", Optional.empty());

  private final Down down = new Down();
  private final GuardedDirectory guarded = new GuardedDirectory(down, new Breaker(), new Breaker());

  @Test
  void lookupsOfAllKindsOpenOneBreaker() {
    for (int i = 0; i < Breaker.FAILURES; i++) {
      find(i);
    }
    assertThat(down.asked).isEqualTo(Breaker.FAILURES);
    assertThat(guarded.lookups().state()).isEqualTo(Breaker.State.OPEN);

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
    assertThat(guarded.passwords().state()).isEqualTo(Breaker.State.CLOSED);
  }

  @Test
  void passwordChecksOpenTheirs() {
    for (int i = 0; i <= Breaker.FAILURES; i++) {
      assertThat(guarded.checkPassword(ATTEMPT)).isInstanceOf(PasswordCheck.Unavailable.class);
    }
    assertThat(down.asked).isEqualTo(Breaker.FAILURES);
    assertThat(guarded.passwords().state()).isEqualTo(Breaker.State.OPEN);
    assertThat(guarded.lookups().state()).isEqualTo(Breaker.State.CLOSED);
  }

  @Test
  void whoTestsOrListsReachesTheDirectoryWhateverTheBreakersSay() {
    for (int i = 0; i < Breaker.FAILURES; i++) {
      find(i);
      guarded.checkPassword(ATTEMPT);
    }
    assertThat(guarded.lookups().state()).isEqualTo(Breaker.State.OPEN);
    assertThat(guarded.passwords().state()).isEqualTo(Breaker.State.OPEN);
    int before = down.asked;

    assertThat(guarded.test()).isInstanceOf(ConnectionTest.Fails.class);
    assertThat(guarded.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Unavailable.class);
    guarded.warmUp();
    guarded.close();
    assertThat(down.asked).isEqualTo(before + 4);
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
