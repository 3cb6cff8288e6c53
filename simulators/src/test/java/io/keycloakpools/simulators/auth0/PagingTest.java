package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagingTest {
  private static final String USER = "/users/auth0%7C5f7c8ec7c33c6c004bbafe82";

  private final TestTenant tenant = TestTenant.start();

  @AfterEach
  void close() {
    tenant.close();
  }

  @ParameterizedTest
  @CsvSource({
    "per_page=101, 'Value 101 is greater than maximum 100', per_page",
    "per_page=0, 'Value 0 is less than minimum 1', per_page",
    "page=-1, 'Value -1 is less than minimum 0', page",
    "page=two, 'Expected type integer but found type string', page",
    "include_totals=maybe, 'Expected type boolean but found type string', include_totals"
  })
  void badPagingIsAnInvalidQuery(String query, String message, String property) {
    tenant.add(ada());
    Reply reply = tenant.manage(USER + "/roles?" + query);
    assertThat(reply.error()).isEqualTo("400 invalid_query_string");
    assertThat(reply.text("message"))
        .isEqualTo("Query validation error: '" + message + "' on property " + property);
  }

  @Test
  void unknownParameterIsAnInvalidQuery() {
    assertThat(tenant.manage("/users-by-email?email=x&page=1").error())
        .isEqualTo("400 invalid_query_string");
  }

  @Test
  void pagesEndAtAThousandRecords() {
    tenant.add(ada());
    assertThat(tenant.manage(USER + "/organizations?page=10&per_page=100").error())
        .isEqualTo("400 invalid_paging");
  }
}
