package io.keycloakpools.userstorage.auth0;

import static io.keycloakpools.userstorage.auth0.TestTenant.ADA;
import static io.keycloakpools.userstorage.auth0.TestTenant.PASSWORD;
import static io.keycloakpools.userstorage.auth0.TestTenant.ada;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.keycloakpools.simulators.SimulatorJson;
import io.keycloakpools.simulators.auth0.Auth0User;
import io.keycloakpools.simulators.auth0.Shapes;
import io.keycloakpools.userstorage.directory.ConnectionTest;
import io.keycloakpools.userstorage.directory.Directory;
import io.keycloakpools.userstorage.directory.Listing;
import io.keycloakpools.userstorage.directory.Lookup;
import io.keycloakpools.userstorage.directory.PasswordCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpRequest;
import org.apache.http.NameValuePair;
import org.apache.http.client.utils.URLEncodedUtils;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every request conforms to Auth0's description ({@link Shapes}), and no other request is made. */
final class RequestShapesTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private TestTenant tenant;

  @BeforeEach
  void start() {
    tenant = TestTenant.start();
  }

  @AfterEach
  void stop() {
    tenant.close();
  }

  @Test
  void everyRequestIsDescribedAndFits() {
    Auth0User ada = tenant.add(ada().role("staff"));
    Directory directory = tenant.directory();
    assertThat(directory.test()).isEqualTo(new ConnectionTest.Works());
    assertThat(directory.findByEmail("Ada@example.com")).isInstanceOf(Lookup.Found.class);
    assertThat(directory.findByUsername("ada")).isInstanceOf(Lookup.Found.class);
    assertThat(directory.findByUsername("+4915112345678")).isInstanceOf(Lookup.NotFound.class);
    assertThat(directory.findByExternalId(ADA, "ada")).isInstanceOf(Lookup.Found.class);
    assertThat(directory.listUsers(Optional.empty(), 10)).isInstanceOf(Listing.Page.class);
    assertThat(directory.checkPassword(TestTenant.attempt(ada, PASSWORD)))
        .isInstanceOf(PasswordCheck.Accepted.class);

    assertThat(tenant.sent().stream().map(RequestShapesTest::endpoint).collect(Collectors.toSet()))
        .isEqualTo(
            Set.of(
                "POST /oauth/token",
                "GET /api/v2/users-by-email",
                "GET /api/v2/users",
                "GET /api/v2/users/{id}",
                "GET /api/v2/users/{id}/roles"));
    for (HttpRequest request : List.copyOf(tenant.sent())) {
      JsonNode schema =
          Shapes.request(request.getRequestLine().getMethod(), uri(request).getRawPath())
              .orElseThrow(() -> new AssertionError(request.getRequestLine()));
      assertThat(REGISTRY.getSchema(schema).validate(SimulatorJson.tree(fields(request))))
          .as(request.getRequestLine().toString())
          .isEmpty();
    }
  }

  private static String endpoint(HttpRequest request) {
    String path = uri(request).getRawPath().replaceAll("/users/[^/]+", "/users/{id}");
    return request.getRequestLine().getMethod() + " " + path;
  }

  private static URI uri(HttpRequest request) {
    return URI.create(request.getRequestLine().getUri());
  }

  /** Fields of the form, or of the query. */
  private static Map<String, String> fields(HttpRequest request) {
    HttpEntity body =
        request instanceof HttpEntityEnclosingRequest enclosing ? enclosing.getEntity() : null;
    List<NameValuePair> fields =
        body == null
            ? URLEncodedUtils.parse(uri(request), StandardCharsets.UTF_8)
            : URLEncodedUtils.parse(text(body), StandardCharsets.UTF_8);
    return fields.stream()
        .collect(Collectors.toMap(NameValuePair::getName, NameValuePair::getValue));
  }

  private static String text(HttpEntity body) {
    try {
      return EntityUtils.toString(body, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
