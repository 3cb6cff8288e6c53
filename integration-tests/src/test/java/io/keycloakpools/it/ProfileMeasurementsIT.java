package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.it.Measurements.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Measures the cost of a pool's schema at a save of a profile, while nothing else runs. */
@ExtendWith(RunningKeycloak.class)
@Isolated
class ProfileMeasurementsIT {

  /** Enough for the documentation's figures only on demand. */
  private static final int SAVES = Measurements.WANTED ? 500 : 30;

  /** The schema of the benchmark {@code IdentitySchemas}. */
  private static final Path SCHEMA =
      Path.of("../benchmarks/src/main/resources/io/keycloakpools/benchmarks/identity-schema.json");

  private static final Map<String, List<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("phone_number", List.of("+44 20 7946 0000")),
          Map.entry("birthdate", List.of("1815-12-10")),
          Map.entry("website", List.of("https://example.com/ada")),
          Map.entry("plan", List.of("enterprise")),
          Map.entry("vat", List.of("GB123456789")),
          Map.entry("newsletter", List.of("false")),
          Map.entry("languages", List.of("en", "fr", "it")),
          Map.entry("address.street_address", List.of("12 St James's Square")),
          Map.entry("address.locality", List.of("London")),
          Map.entry("address.postal_code", List.of("12345")));

  @Test
  void aSaveTakesLittleLongerInAPool(AdminApi admin) throws IOException {
    try (TestRealm stockRealm = admin.createRealm();
        TestRealm poolRealm = admin.createRealm()) {
      stockRealm.profile().unmanagedAttributes("ENABLED").expectDone();
      poolRealm.profile().unmanagedAttributes("ENABLED").expectDone();
      Saves stock = Saves.of(stockRealm, "ada", Map.of());
      String schema = Files.readString(SCHEMA);
      poolRealm
          .rest()
          .post("/identity-schemas", Map.of("name", "Firm", "kind", "payload", "schema", schema))
          .expectDone();
      poolRealm
          .rest()
          .post("/identity-pools", Map.of("name", "Firms", "payloadSchema", "Firm"))
          .expectDone();
      Saves outside = Saves.of(poolRealm, "ada", Map.of());
      Saves inside = Saves.of(poolRealm, "grace", Map.of("identityPool", List.of("Firms")));

      List<Saves> kinds = List.of(stock, outside, inside);
      interleaved(kinds, SAVES);
      List<Times> times = interleaved(kinds, SAVES);

      Measurements.table(
          "Saves of a profile by an admin, " + SAVES + " of each, in turns",
          "user",
          "fastest",
          "p50",
          "p95",
          "fastest, times that of a realm without pools");
      row("realm without pools", times.get(0), times.get(0));
      row("realm with a pool, user of none", times.get(1), times.get(0));
      row("user of the pool", times.get(2), times.get(0));
      assertThat(times.get(2).fastest()).isLessThan(times.get(0).fastest().multipliedBy(3));
    }
  }

  /** Alternates, so that other load affects all equally. */
  private static List<Times> interleaved(List<Saves> kinds, int count) {
    List<List<Duration>> durations = new ArrayList<>();
    kinds.forEach(kind -> durations.add(new ArrayList<>()));
    for (int i = 0; i < count; i++) {
      for (int kind = 0; kind < kinds.size(); kind++) {
        durations.get(kind).add(kinds.get(kind).save(i));
      }
    }
    return durations.stream().map(Times::of).toList();
  }

  private record Saves(TestRealm realm, String name, String id) {

    /** A user with ten attributes besides names and e-mail address. */
    static Saves of(TestRealm realm, String name, Map<String, List<String>> more) {
      Map<String, Object> attributes = new HashMap<>(ATTRIBUTES);
      attributes.putAll(more);
      Map<String, Object> user = new HashMap<>(person(name, attributes));
      user.put("username", name);
      return new Saves(realm, name, realm.rest().post("/users", user).id());
    }

    Duration save(int number) {
      Map<String, Object> attributes = new HashMap<>(ATTRIBUTES);
      attributes.put("employees", List.of(String.valueOf(number + 1)));
      JsonAnswer answer = realm.rest().call("PUT", "/users/" + id, person(name, attributes));
      assertThat(answer.status()).as(answer.body().toString()).isEqualTo(204);
      return answer.elapsed();
    }

    private static Map<String, Object> person(String name, Map<String, ?> attributes) {
      return Map.of(
          "email",
          name + "@example.com",
          "firstName",
          "Ada",
          "lastName",
          "Lovelace",
          "enabled",
          true,
          "attributes",
          attributes);
    }
  }

  private static void row(String user, Times times, Times stock) {
    Measurements.row(
        user,
        Measurements.tenths(times.fastest()),
        Measurements.tenths(times.p50()),
        Measurements.tenths(times.p95()),
        String.format(
            Locale.ROOT, "%.2f", (double) times.fastest().toNanos() / stock.fastest().toNanos()));
  }
}
