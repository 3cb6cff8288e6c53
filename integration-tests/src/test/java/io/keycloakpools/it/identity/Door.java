package io.keycloakpools.it.identity;

import com.fasterxml.jackson.databind.JsonNode;
import io.keycloakpools.harness.JsonAnswer;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.DirectGrant;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.it.identity.SamlApplication.Answer;
import io.keycloakpools.it.identity.Visitor.Need;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Every way to a token or an assertion of an application. */
enum Door {
  SIGN_IN("sign-in", Need.BROWSER, Texts.PAGE, (realm, guest) -> signIn(realm.shop, guest)),
  IMPLICIT(
      "implicit flow",
      Need.BROWSER,
      Texts.PAGE,
      (realm, guest) -> atOnce(realm.shop, guest, "id_token token")),
  HYBRID(
      "hybrid flow",
      Need.BROWSER,
      Texts.PAGE,
      (realm, guest) -> atOnce(realm.shop, guest, "code id_token")),
  SINGLE_SIGN_ON(
      "single sign-on",
      Need.SESSION,
      Texts.PAGE,
      (realm, guest) -> seen(guest.session().at(realm.shop).open())),
  PASSIVE(
      "`prompt=none`",
      Need.SESSION,
      "interaction_required",
      (realm, guest) -> seen(guest.session().at(realm.shop).open(Map.of("prompt", "none")))),
  DIRECT_GRANT(
      "direct grant",
      Need.PASSWORD,
      Texts.GRANT,
      (realm, guest) ->
          given(new DirectGrant(realm.shop).login(guest.username(), guest.password()))),
  REFRESH(
      "refresh",
      Need.SESSION,
      Texts.GRANT,
      (realm, guest) -> given(new DirectGrant(realm.late).refresh(guest.tokens()))),
  OFFLINE(
      "refresh, offline",
      Need.SESSION,
      Texts.GRANT,
      (realm, guest) -> given(new DirectGrant(realm.late).refresh(guest.offline()))),
  USER_INFO(
      "userinfo",
      Need.SESSION,
      "400",
      (realm, guest) ->
          given(new Grants(realm.late).userInfo(guest.tokens().accessToken()), "sub")),
  EXCHANGE(
      "token exchange, by the application",
      Need.TOKEN,
      "400 invalid_request: " + Texts.ACCOUNT,
      (realm, guest) -> given(new Grants(realm.stock).exchange(guest.token(), Optional.empty()))),
  AUDIENCE(
      "token exchange, for the application",
      Need.TOKEN,
      "400 invalid_target: " + Texts.ACCOUNT,
      (realm, guest) ->
          given(
              new Grants(realm.gateway)
                  .exchange(guest.token(), Optional.of(realm.stock.clientId())))),
  LEGACY_EXCHANGE(
      "legacy token exchange",
      Need.TOKEN,
      "400 invalid_request: " + Texts.ACCOUNT,
      (realm, guest) -> given(new Grants(realm.legacy).exchange(guest.token(), Optional.empty()))),
  ASSERTION(
      "JWT authorization grant",
      Need.ACCOUNT,
      Texts.GRANT,
      (realm, guest) ->
          given(new Grants(realm.partnered).assertion(realm.partner.about(guest.username())))),
  DEVICE("device", Need.BROWSER, Texts.PAGE, Door::onDevice),
  CIBA("CIBA", Need.ACCOUNT, Texts.GRANT, Door::elsewhere),
  PERMISSION(
      "UMA",
      Need.TOKEN,
      "403 access_denied: " + Texts.ACCOUNT,
      (realm, guest) ->
          given(
              new Grants(realm.library).permission(guest.token(), Door.RESOURCE), "access_token")),
  SAML(
      "SAML",
      Need.BROWSER,
      Texts.PAGE,
      (realm, guest) ->
          asserted(guest.signIn().apply(realm.saml.open(new Browser(realm.saml.client()), false)))),
  SAML_SINGLE_SIGN_ON(
      "SAML, single sign-on",
      Need.SESSION,
      Texts.PAGE,
      (realm, guest) -> asserted(realm.saml.open(guest.session().at(realm.saml.client()), false))),
  SAML_PASSIVE(
      "SAML, `IsPassive`",
      Need.SESSION,
      "NoPassive",
      (realm, guest) -> asserted(realm.saml.open(guest.session().at(realm.saml.client()), true))),
  SAML_UNASKED(
      "SAML, initiated by Keycloak",
      Need.SESSION,
      Texts.PAGE,
      (realm, guest) -> asserted(realm.saml.openUnasked(guest.session().at(realm.saml.client())))),
  ECP(
      "SAML, profile ECP",
      Need.PASSWORD,
      "NoPassive",
      (realm, guest) -> said(realm.saml.askWithPassword(guest.username(), guest.password()))),
  CLIENT_CREDENTIALS(
      "client credentials",
      Need.CREDENTIALS,
      Texts.GRANT,
      (realm, guest) -> given(new Grants(realm.stock).ofItsOwn()));

  static final String IN = "in";

  /** A resource at the application with permissions. */
  static final String RESOURCE = "shelf";

  /** Texts of refusals. */
  private static final class Texts {
    static final String ACCOUNT = "This account cannot be used at this application";
    static final String GRANT = "400 invalid_grant: " + ACCOUNT;
    static final String PAGE =
        "400 Your account cannot be used at this application. Please sign out and sign in with another account.";
  }

  /** Tries a door; returns {@link #IN} or the refusal. */
  @FunctionalInterface
  private interface Knock {
    String at(DoorRealm realm, Guest guest) throws Exception;
  }

  private final String label;
  private final Need need;
  private final String refusal;

  @SuppressWarnings("ImmutableEnumChecker") // Doors have no state.
  private final Knock knock;

  Door(String label, Need need, String refusal, Knock knock) {
    this.label = label;
    this.need = need;
    this.refusal = refusal;
    this.knock = knock;
  }

  Need need() {
    return need;
  }

  /** The text for a user of another pool, or of none. */
  String refusal() {
    return refusal;
  }

  String knock(DoorRealm realm, Guest guest) throws Exception {
    return knock.at(realm, guest);
  }

  private static String signIn(RealmClient application, Guest guest) {
    Browser browser = new Browser(application);
    LoginOutcome outcome = guest.signIn().apply(browser.open()).outcome();
    return outcome instanceof LoginOutcome.SignedIn signedIn
        ? given(browser.exchange(signedIn))
        : seen(outcome);
  }

  /** OpenID Connect Core 3.2 and 3.3: tokens come back with the browser. */
  private static String atOnce(RealmClient application, Guest guest, String responseType) {
    Page page =
        guest
            .signIn()
            .apply(
                new Browser(application)
                    .open(
                        Map.of(
                            "response_type", responseType, "nonce", UUID.randomUUID().toString())));
    String fragment = Optional.ofNullable(page.url().getFragment()).orElse("");
    return fragment.contains("id_token=") ? IN : seen(page);
  }

  private static String onDevice(DoorRealm realm, Guest guest) {
    Grants grants = new Grants(realm.tv);
    JsonNode code = grants.deviceCode();
    Browser browser = new Browser(realm.tv);
    Page login = browser.get(URI.create(code.path("verification_uri_complete").asText()));
    Page consent = guest.signIn().apply(login);
    if (consent.html().select("[name=accept]").isEmpty()) {
      return seen(consent);
    }
    Map<String, String> accepted = new HashMap<>(consent.fields());
    accepted.put("accept", "Yes");
    Page done = consent.send(accepted);
    return done.status() == 200 ? given(grants.ofDevice(code)) : seen(done);
  }

  private static String elsewhere(DoorRealm realm, Guest guest) {
    Grants grants = new Grants(realm.kiosk);
    JsonAnswer asked = grants.askElsewhere(guest.username());
    if (!asked.ok()) {
      return given(asked, "auth_req_id");
    }
    realm.device.agree(realm.kiosk, guest.username());
    return given(grants.ofElsewhere(asked));
  }

  private static String given(TokenAnswer answer) {
    return answer.ok()
        ? IN
        : answer.status() + " " + answer.error() + ": " + answer.errorDescription();
  }

  private static String given(JsonAnswer answer, String field) {
    if (answer.ok() && answer.body().hasNonNull(field)) {
      return IN;
    }
    String error = answer.body().path("error").asText();
    return error.isEmpty()
        ? Integer.toString(answer.status())
        : answer.status() + " " + error + ": " + answer.body().path("error_description").asText();
  }

  private static String asserted(Page page) {
    return SamlApplication.answer(page).map(Door::said).orElseGet(() -> seen(page));
  }

  private static String said(Answer answer) {
    return answer.subject().isPresent() ? IN : answer.status();
  }

  private static String seen(Page page) {
    return seen(page.outcome());
  }

  private static String seen(LoginOutcome outcome) {
    if (outcome instanceof LoginOutcome.SignedIn) {
      return IN;
    }
    if (outcome instanceof LoginOutcome.SentBack back) {
      return back.error();
    }
    if (outcome instanceof LoginOutcome.ErrorPage error) {
      return error.status() + " " + error.message();
    }
    if (outcome instanceof LoginOutcome.Refused refused) {
      return refused.page().status() + " " + refused.message();
    }
    if (outcome instanceof LoginOutcome.OtherPage other) {
      return other.page().status() + " page: " + other.page().title();
    }
    throw new AssertionError("Neither in nor out: " + outcome);
  }

  @Override
  public String toString() {
    return label;
  }
}
