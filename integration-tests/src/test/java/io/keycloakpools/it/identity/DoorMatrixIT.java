package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.it.AuthenticationDevice;
import io.keycloakpools.it.MarkdownReport;
import io.keycloakpools.it.RunningKeycloak;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every door, tried by every kind of user. The result is a table in {@code target/};
 * docs/console/identity-pools.md explains it.
 */
@ExtendWith(RunningKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorMatrixIT {

  /** Fewer cells would mean a loss. */
  private static final int CELLS = 22 * 11;

  private final MarkdownReport report = new MarkdownReport("door-matrix.md");
  private DoorRealm realm;
  private int entered;
  private int refused;
  private int impossible;

  @BeforeAll
  void open(AdminApi admin, AuthenticationDevice device) throws GeneralSecurityException {
    realm = DoorRealm.open(admin, device);
    report.table(
        "Doors",
        Stream.concat(Stream.of("door"), Arrays.stream(Visitor.values()).map(Visitor::toString))
            .toArray(String[]::new));
  }

  @AfterAll
  void close() {
    realm.close();
    assertThat(entered + refused + impossible).as("cells").isGreaterThanOrEqualTo(CELLS);
    assertThat(entered).as("who entered").isGreaterThan(80);
    assertThat(refused).as("who was refused").isGreaterThan(80);
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void aDoorOpensToWhoMayEnterAndToNobodyElse(Door door) throws Exception {
    Map<Visitor, String> answers = new EnumMap<>(Visitor.class);
    for (Visitor visitor : Visitor.values()) {
      answers.put(visitor, answer(door, visitor));
    }
    List<Object> row = new ArrayList<>(List.of(door));
    row.addAll(answers.values());
    report.row(row.toArray());

    SoftAssertions softly = new SoftAssertions();
    answers.forEach((visitor, answer) -> check(softly, door, visitor, answer));
    softly.assertAll();
  }

  private String answer(Door door, Visitor visitor) throws Exception {
    Optional<String> obstacle = visitor.obstacle(door.need());
    return obstacle.isPresent()
        ? "not possible: " + obstacle.get()
        : door.knock(realm, realm.guest(visitor));
  }

  private void check(SoftAssertions softly, Door door, Visitor visitor, String answer) {
    var cell = softly.assertThat(answer).as(door + ", " + visitor);
    if (visitor.obstacle(door.need()).isPresent()) {
      impossible++;
    } else if (visitor.enters()) {
      entered++;
      cell.isEqualTo(Door.IN);
    } else if (visitor == Visitor.OF_A_POOL_THAT_IS_OFF) {
      refused++;
      cell.as("Keycloak's own words for a user who is disabled").isNotEqualTo(Door.IN);
    } else {
      refused++;
      cell.isEqualTo(door.refusal());
    }
  }
}
