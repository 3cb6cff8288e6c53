package io.keycloakpools.simulators.auth0;

import static io.keycloakpools.simulators.auth0.TestTenant.ada;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExportTest {
  private static final String PARTNERS = Auth0Connection.of("partners").id();

  private final TestTenant tenant = TestTenant.start();

  @BeforeEach
  void addPeople() {
    tenant.add(ada().userMetadata(Map.of("country", "uk")));
    tenant.add(Auth0User.builder("auth0|2").connection("partners").email("bob@example.com", true));
  }

  @AfterEach
  void close() {
    tenant.close();
  }

  @Test
  void jobIsPendingThenProcessingThenCompleted() {
    JsonNode job = create(Map.of("format", "json", "connection_id", PARTNERS)).json();
    assertThat(job.path("id").asText()).matches("job_[A-Za-z0-9]{16}");
    assertThat(job.path("status").asText()).isEqualTo("pending");
    assertThat(job.path("connection").asText()).isEqualTo("partners");
    String path = "/jobs/" + job.path("id").asText();
    assertThat(tenant.manage(path).text("status")).isEqualTo("processing");
    JsonNode done = tenant.manage(path).json();
    assertThat(done.path("status").asText()).isEqualTo("completed");
    assertThat(done.path("location").asText()).contains("/exports/" + job.path("id").asText());
    assertThat(tenant.manage(path + "/errors").status()).isEqualTo(204);
  }

  @Test
  void fileHoldsTheFieldsOfTheUsersOfThatTime() throws IOException {
    List<Map<String, String>> fields =
        List.of(
            Map.of("name", "email"),
            Map.of("name", "user_metadata.country", "export_as", "country"),
            Map.of("name", "identities[0].connection"));
    String location = completed(Map.of("format", "json", "fields", fields));
    tenant.simulator.users().delete("auth0|2");
    assertThat(download(location))
        .containsExactly(
            "{\"email\":\"ada@example.com\",\"country\":\"uk\","
                + "\"identities[0].connection\":\"Username-Password-Authentication\"}",
            "{\"email\":\"bob@example.com\",\"identities[0].connection\":\"partners\"}");
  }

  @Test
  void exportIsLimitedByConnectionAndNumber() throws IOException {
    assertThat(download(completed(Map.of("format", "json", "connection_id", PARTNERS))))
        .singleElement()
        .asString()
        .contains("\"user_id\":\"auth0|2\"");
    assertThat(download(completed(Map.of("format", "json", "limit", 1)))).hasSize(1);
  }

  @Test
  void linkLivesOneMinuteAndTheJobHandsOutANewOne() throws IOException {
    JsonNode job = create(Map.of("format", "json")).json();
    String path = "/jobs/" + job.path("id").asText();
    tenant.manage(path);
    String first = tenant.manage(path).text("location");
    tenant.clock.advance(Duration.ofSeconds(60));
    assertThat(tenant.get(first).status()).isEqualTo(403);
    assertThat(download(tenant.manage(path).text("location"))).hasSize(2);
    assertThat(tenant.simulator.requests().all().toString()).doesNotContain("signature");
  }

  @Test
  void whatCannotBeExportedIsABadRequest() {
    assertThat(create(Map.of("format", "csv")).error()).isEqualTo("400 invalid_body");
    assertThat(create(Map.of("format", "json", "connection_id", "con_none")).error())
        .isEqualTo("400 inexistent_connection");
    assertThat(tenant.manage("/jobs/job_none").error()).isEqualTo("404 inexistent_job");
    assertThat(tenant.manage("/jobs/job_none/errors").error()).isEqualTo("404 inexistent_job");
  }

  private Reply create(Map<String, Object> request) {
    return tenant.manage("/jobs/users-exports", request);
  }

  private String completed(Map<String, Object> request) {
    String path = "/jobs/" + create(request).text("id");
    tenant.manage(path);
    return tenant.manage(path).text("location");
  }

  private List<String> download(String location) throws IOException {
    byte[] file = tenant.get(location).response().body();
    assertThat(file).startsWith(0x1f, 0x8b);
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(file))) {
      return new String(zip.readAllBytes(), UTF_8).lines().toList();
    }
  }
}
