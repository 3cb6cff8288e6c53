package io.keycloakpools.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.admin.AdminRest;
import io.keycloakpools.harness.admin.Change;
import java.util.Map;

record SchemaCheck(AdminRest rest, Transcript transcript) {

  void lint() {
    transcript.step("The example of the guide, as it stands there");
    Change saved =
        rest.post(
            "/identity-schemas",
            Map.of("name", "Guide", "kind", "payload", "schema", DemoIdentityPools.guideSchema()));
    transcript.expect(
        "saving it",
        "refused: 27:2 There is a comma before the closing \"}\". Remove the comma.",
        saved instanceof Change.Refused refused ? "refused: " + refused.errorMessage() : "saved");
    JsonNode findings =
        rest.call(
                "POST",
                "/identity-schemas/lint",
                Map.of("kind", "payload", "schema", DemoIdentityPools.readableSchema()))
            .body();
    transcript.expect("without the comma", "error 35:5 /required/3", text(findings.path(0)));
    transcript.expect("and", "warning 26:5 /properties/custom/minLength", text(findings.path(1)));

    transcript.step("Mended");
    transcript.expect(
        "findings",
        "0",
        Integer.toString(
            rest.call(
                    "POST",
                    "/identity-schemas/lint",
                    Map.of("kind", "payload", "schema", DemoIdentityPools.mendedSchema()))
                .body()
                .size()));

    transcript.step("The schema of the shop");
    JsonNode schema = schemaOfPool();
    transcript.expect("findings", "0", Integer.toString(schema.path("findings").size()));
    transcript.expect("used by", "[\"Customers\"]", schema.path("pools").toString());
  }

  private static String text(JsonNode finding) {
    return "%s %s:%s %s"
        .formatted(
            finding.path("severity").asText(),
            finding.path("line").asText(),
            finding.path("column").asText(),
            finding.path("pointer").asText());
  }

  void demandMore() {
    transcript.step("The schema is to demand how orders are delivered");
    JsonNode schema = schemaOfPool();
    Map<String, Object> change =
        Map.of(
            "schema",
            DemoIdentityPools.customerSchema()
                .replace("\"email\", \"terms\"]", "\"email\", \"terms\", \"delivery\"]"),
            "version",
            schema.path("version"));
    String path = "/identity-schemas/" + schema.path("id").asText();
    JsonNode impact = rest.call("PUT", path + "?dryRun=true", change).body().path("impact");
    transcript.expect(
        "users who would fail",
        "1 of 2",
        impact.path("newlyFailing").asText() + " of " + impact.path("examined").asText());
    transcript.expect(
        "saving it",
        "refused with 409",
        rest.put(path, change) instanceof Change.Refused refused
            ? "refused with " + refused.status()
            : "saved");
  }

  private JsonNode schemaOfPool() {
    String id =
        rest.read("/identity-schemas")
            .valueStream()
            .filter(each -> each.path("name").asText().equals(DemoIdentityPools.CUSTOMER))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    return rest.read("/identity-schemas/" + id);
  }
}
