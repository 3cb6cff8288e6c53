package io.keycloakpools.it.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.it.RunningKeycloak;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/** First sign-ins through an identity provider, here another realm. */
@ExtendWith(RunningKeycloak.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerReviewIT {

  private static final String NO_ACCOUNT = "You cannot get an account at this application.";

  private SignUpRealm realm;
  private HomeRealm home;

  @BeforeAll
  void open(AdminApi admin) {
    realm = SignUpRealm.create(admin);
    home = HomeRealm.of(admin, realm.realm());
  }

  @AfterAll
  void close() {
    realm.close();
    home.close();
  }

  @Test
  void whatTheIdentityProviderDoesNotKnowThePersonIsAskedFor() {
    Page review = arrive("mina", realm.web());

    assertThat(review.asks("contact")).isTrue();
    assertThat(review.asks("children")).isTrue();
    assertThat(review.html().select("[name=tier], [name=risk]")).as("metadata").isEmpty();
    assertThat(review.asks("password")).isFalse();

    Page again = review.submit(Map.of("children", "77"));
    assertThat(again.fieldError("contact")).contains("Please fill in this field.");
    assertThat(again.fieldError("children")).contains("Please enter 30 or less.");
    assertThat(realm.realm().users().byUsername("mina")).isEmpty();

    Map<String, String> more = new HashMap<>(again.fields());
    more.putAll(Map.of("children", "2", "contact", "phone", "tier", "gold", "risk", "0"));
    Page refused = again.send(more);
    assertThat(realm.realm().users().byUsername("mina")).as("more than the page has").isEmpty();

    assertThat(refused.submit(Map.of("children", "2", "contact", "phone")).outcome())
        .isInstanceOf(LoginOutcome.SignedIn.class);
    UserRepresentation mina = realm.realm().users().byUsername("mina").orElseThrow();
    assertThat(mina.getFederationLink()).isEqualTo(realm.pool());
    assertThat(mina.getEmail()).isEqualTo("mina@example.org");
    assertThat(mina.getAttributes())
        .containsEntry("contact", List.of("phone"))
        .containsEntry("children", List.of("2"))
        .doesNotContainKeys("tier", "risk");
  }

  @Test
  void whoseDataFitTheSchemaIsNotAsked() {
    assertThat(arrive("stan", realm.staff()).outcome()).isInstanceOf(LoginOutcome.SignedIn.class);

    UserRepresentation stan = realm.realm().users().byUsername("stan").orElseThrow();
    assertThat(stan.getAttributes())
        .as("an identity provider brings people where they cannot register themselves")
        .containsEntry("identityPool", List.of("Staff"));
  }

  @Test
  void atAnApplicationWithoutAPoolNobodyIsCreatedUnlessTheRealmSaysSo() {
    Page page = arrive("nadia", realm.plain());
    assertThat(page.status()).isEqualTo(400);
    assertThat(page.error()).hasValueSatisfying(text -> assertThat(text).contains(NO_ACCOUNT));
    assertThat(realm.realm().users().byUsername("nadia")).isEmpty();
    assertThat(realm.realm().events().last("IDENTITY_PROVIDER_FIRST_LOGIN_ERROR"))
        .satisfies(
            event -> {
              assertThat(event.error()).isEqualTo("registration_disabled");
              assertThat(event.detail("reason")).isEqualTo("no_identity_pool");
            });

    realm.newUsersOfNoPool("true");
    try {
      home.home().users().create("nora", SignUpRealm.PASSWORD);
      Browser browser = new Browser(realm.plain());
      assertThat(through(browser, "nora").outcome()).isInstanceOf(LoginOutcome.SignedIn.class);
      assertThat(realm.realm().users().byUsername("nora").orElseThrow().getFederationLink())
          .isNull();
      assertThat(browser.at(realm.staff()).open().outcome())
          .as("a pool that is closed to registration")
          .isInstanceOf(LoginOutcome.ErrorPage.class);
    } finally {
      realm.newUsersOfNoPool("");
    }
  }

  @Test
  void aNameThatKeycloakKeepsFromPoolsIsRefusedAtItsField() {
    Page review = arrive("service-account-eve", realm.staff());

    Page again = review.submit(Map.of());
    assertThat(again.fieldError("username"))
        .contains("This name cannot be used. Please choose another.");
    assertThat(realm.realm().users().byUsername("service-account-eve")).isEmpty();
    assertThat(again.submit(Map.of("username", "eve")).outcome())
        .isInstanceOf(LoginOutcome.SignedIn.class);
    assertThat(realm.realm().users().byUsername("eve").orElseThrow().getAttributes())
        .containsEntry("identityPool", List.of("Staff"));
  }

  @Test
  void withoutTheReviewSuchANameEndsInThePoolToo() {
    review("DISABLED");
    try {
      assertThat(arrive("service-account-mallory", realm.staff()).outcome())
          .isInstanceOf(LoginOutcome.SignedIn.class);
    } finally {
      review("REQUIRED");
    }
    assertThat(
            realm
                .realm()
                .users()
                .byUsername("service-account-mallory")
                .orElseThrow()
                .getFederationLink())
        .isEqualTo(staff());
  }

  private void review(String requirement) {
    String path = "/authentication/flows/first%20broker%20login/executions";
    ObjectNode step =
        (ObjectNode)
            realm
                .realm()
                .rest()
                .read(path)
                .valueStream()
                .filter(each -> each.path("providerId").asText().equals("idp-review-profile"))
                .findFirst()
                .orElseThrow();
    realm.realm().rest().put(path, step.put("requirement", requirement)).expectDone();
  }

  @Test
  void aProviderThatTakesNewUsersDoesNotGetThoseOfThePool() throws Exception {
    realm.realm().components().change(staff(), Map.of("priority", "2")).expectDone();
    try (LdapDirectory ldap = LdapDirectory.start()) {
      Map<String, String> settings = ldap.settings();
      settings.put("priority", "1");
      String federation = realm.realm().components().add("LDAP", "ldap", settings).id();
      try {
        assertThat(arrive("lena", realm.staff()).outcome())
            .isInstanceOf(LoginOutcome.SignedIn.class);

        assertThat(ldap.has("lena")).isFalse();
        assertThat(realm.realm().users().byUsername("lena").orElseThrow().getFederationLink())
            .isEqualTo(staff());
      } finally {
        realm.realm().components().delete(federation).expectDone();
      }
    }
  }

  @Test
  void nobodyJoinsAPoolThatIsSwitchedOff() {
    String staff = staff();
    realm.realm().components().disable(staff).expectDone();
    try {
      Page page = arrive("otto", realm.staff());

      assertThat(page.error()).contains("Registration not allowed");
      assertThat(realm.realm().users().byUsername("otto")).isEmpty();
    } finally {
      realm.realm().components().enable(staff).expectDone();
    }
  }

  private String staff() {
    return realm.realm().components().all().stream()
        .filter(pool -> pool.getName().equals("Staff"))
        .findFirst()
        .orElseThrow()
        .getId();
  }

  /** Signs in at home and returns the next page. */
  private Page arrive(String name, RealmClient application) {
    home.home().users().create(name, SignUpRealm.PASSWORD);
    return through(new Browser(application), name);
  }

  private static Page through(Browser browser, String name) {
    return HomeRealm.signIn(browser.open(), name);
  }
}
