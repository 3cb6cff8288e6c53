package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.simulators.Fault;
import io.keycloakpools.simulators.auth0.Auth0Faults;
import io.keycloakpools.simulators.auth0.Auth0Operation;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ManagementApiTest {

  private TestTenant tenant;
  private Directory directory;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
    tenant.simulator().requests().reset();
    tenant.add(ada());
    directory = tenant.directory();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Nested
  final class ManyLookupsAtOnce {

    @Test
    void shareOneToken() {
      tenant
          .simulator()
          .faults()
          .on(Auth0Operation.MANAGEMENT_TOKEN, Fault.latency(Duration.ofMillis(200)));

      assertThat(together(50, ManagementApiTest.this::lookup))
          .hasSize(50)
          .hasOnlyElementsOfType(Lookup.Found.class);
      assertThat(count(Auth0Operation.MANAGEMENT_TOKEN)).isEqualTo(1);
    }

    @Test
    void replaceARefusedTokenOnce() {
      lookup();
      tenant.simulator().tokens().revokeAll();

      assertThat(together(20, ManagementApiTest.this::lookup))
          .hasSize(20)
          .hasOnlyElementsOfType(Lookup.Found.class);
      assertThat(count(Auth0Operation.MANAGEMENT_TOKEN)).isEqualTo(2);
    }
  }

  @Nested
  final class ATokenThatIsRefused {

    @Test
    void isReplacedAndTheCallMadeAgain() {
      lookup();
      tenant.simulator().tokens().revokeAll();
      tenant.simulator().requests().reset();

      assertThat(lookup()).isInstanceOf(Lookup.Found.class);
      assertThat(count(Auth0Operation.USERS_BY_EMAIL)).isEqualTo(2);
      assertThat(count(Auth0Operation.MANAGEMENT_TOKEN)).isEqualTo(1);
    }

    @Test
    void againIsAnOutage() {
      lookup();
      tenant.simulator().requests().reset();
      tenant
          .simulator()
          .faults()
          .on(Auth0Operation.USERS_BY_EMAIL, Auth0Faults.management(401, "Invalid token", ""));

      assertThat(lookup())
          .isEqualTo(new Lookup.Unavailable(Outage.refused("Management API: HTTP 401")));
      assertThat(count(Auth0Operation.USERS_BY_EMAIL)).isEqualTo(2);
      assertThat(count(Auth0Operation.MANAGEMENT_TOKEN)).isEqualTo(1);
    }

    @Test
    void isNoneWhenAPermissionIsMissing() {
      tenant.simulator().clients().change(TestTenant.application().managementScopes("read:roles"));

      assertThat(lookup())
          .isEqualTo(
              new Lookup.Unavailable(
                  Outage.refused("Management API: HTTP 403 insufficient_scope")));
      assertThat(count(Auth0Operation.USERS_BY_EMAIL)).isEqualTo(1);
    }
  }

  @Test
  void whyThereIsNoTokenIsTold() {
    Lookup answer = tenant.directory(Map.of("clientSecret", "other")).findByUsername("ada");

    assertThat(answer)
        .isEqualTo(
            new Lookup.Unavailable(Outage.refused("no management token: HTTP 401 access_denied")));
    assertThat(count(Auth0Operation.SEARCH_USERS)).isZero();
  }

  private Lookup lookup() {
    return directory.findByEmail("ada@example.com");
  }

  private List<Lookup> together(int times, Supplier<Lookup> lookup) {
    List<CompletableFuture<Lookup>> running =
        Stream.generate(() -> CompletableFuture.supplyAsync(lookup, tenant.threads()))
            .limit(times)
            .toList();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private int count(Auth0Operation operation) {
    return tenant.simulator().requests().count(operation);
  }
}
