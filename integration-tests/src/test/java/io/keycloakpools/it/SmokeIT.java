package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningKeycloak.class)
class SmokeIT {

  @Test
  void works(AdminApi admin) {
    try (SimulatedCognito cognito = new SimulatedCognito();
        TestRealm realm = admin.createRealm()) {
      cognito.add(Person.named("ada"));
      var settings = cognito.settings();
      String id = realm.components().add("pool", cognito.providerId(), settings).id();
      System.out.println("component " + id);
      for (Flow flow : Flow.values()) {
        System.out.println(flow + " wrong " + flow.signIn(realm, "ada", "nope"));
        System.out.println(flow + " right " + flow.signIn(realm, "ada", "Old-ada-1!"));
      }
      String user = realm.users().byUsername("ada").orElseThrow().getId();
      System.out.println(realm.users().withProfileMetadata(user).toPrettyString());
      System.out.println(realm.users().bruteForce(user));
      realm.events().all().forEach(System.out::println);
      cognito.stop();
      for (Flow flow : Flow.values()) {
        System.out.println(flow + " out " + flow.signIn(realm, "ada", "Old-ada-1!"));
        System.out.println(flow + " out unknown " + flow.signIn(realm, "bob", "Old-ada-1!"));
      }
      realm.events().ofType("LOGIN_ERROR").forEach(System.out::println);
      cognito.start();
      System.out.println(realm.components().change(id, Map.of("justInTimeMigration", "true")));
      for (Flow flow : Flow.values()) {
        System.out.println(flow + " mig " + flow.signIn(realm, "ada", "Old-ada-1!"));
        System.out.println(realm.users().withProfileMetadata(user).toString());
        System.out.println(realm.users().credentials(user));
      }
      assertThat(true).isTrue();
    }
  }
}
