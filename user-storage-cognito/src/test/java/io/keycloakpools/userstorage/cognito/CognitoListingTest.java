package io.keycloakpools.userstorage.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.cognito.CognitoFaults;
import io.keycloakpools.simulators.cognito.CognitoUser;
import io.keycloakpools.simulators.cognito.PageShape;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Listing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CognitoListingTest {

  private TestUserPool pool;
  private Directory directory;

  @BeforeEach
  void open() {
    pool = TestUserPool.start();
    directory = pool.directory(Duration.ofSeconds(10), Map.of());
    for (int i = 0; i < 7; i++) {
      pool.simulator().users().add(CognitoUser.builder("user" + i).build());
    }
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void everyUserComesOnceThroughShortAndEmptyPages() {
    pool.simulator().pages(PageShape.full().atMost(2).emptyBefore(1).emptyAtEnd());
    List<String> names = new ArrayList<>();
    Optional<String> next = Optional.empty();
    do {
      Listing.Page page = (Listing.Page) directory.listUsers(next, 3);
      assertThat(page.users()).hasSizeLessThanOrEqualTo(3);
      page.users().stream().map(DirectoryUser::username).forEach(names::add);
      next = page.next();
    } while (next.isPresent());

    assertThat(names)
        .containsExactlyInAnyOrder("user0", "user1", "user2", "user3", "user4", "user5", "user6");
  }

  @Test
  void moreThanCognitoGivesMayBeAskedFor() {
    assertThat(((Listing.Page) directory.listUsers(Optional.empty(), 1000)).users()).hasSize(7);
  }

  @Test
  void anOutageIsNoEndOfTheList() {
    pool.simulator().faults().onAll(CognitoFaults.throttled());
    assertThat(directory.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Unavailable.class);
  }

  @Test
  void aTokenThatCognitoDoesNotKnowIsNoEndOfTheList() {
    assertThat(directory.listUsers(Optional.of("nonsense"), 10))
        .isInstanceOf(Listing.Unavailable.class);
  }
}
