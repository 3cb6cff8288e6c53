package io.keycloakpools.harness;

import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.cognito.CognitoLocal;
import io.keycloakpools.harness.cognito.CognitoPool;
import io.keycloakpools.harness.person.Account;
import io.keycloakpools.harness.person.Browser;
import io.keycloakpools.harness.person.LoginOutcome;
import io.keycloakpools.harness.person.Page;
import io.keycloakpools.harness.person.TokenAnswer;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.KeycloakRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole harness against a real Keycloak and the real emulator, run by hand: distribution zip
 * and folder of the npm project as arguments, then any provider JARs.
 */
final class Smoke {
  private Smoke() {}

  public static void main(String[] arguments) {
    try (KeycloakRuntime keycloak =
        DistributionRuntime.builder(Path.of(arguments[0]))
            .providers(Stream.of(arguments).skip(2).map(Path::of).toList())
            .lastingData()
            .progress(Smoke::say)
            .build()) {
      keycloak.start();
      try (AdminApi admin = AdminApi.of(keycloak);
          TestRealm realm = admin.createRealm(settings -> settings.setBruteForceProtected(true))) {
        browser(realm);
        directGrant(realm);
        administrator(realm);
        restart(keycloak, realm);
      }
      say("realm deleted");
      long begin = System.nanoTime();
      keycloak.stop();
      say("stopped in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }
    cognito(Path.of(arguments[1]));
  }

  private static void browser(TestRealm realm) {
    String ada = realm.users().create("ada", "correct horse");
    Browser browser = realm.browser();
    say("login page: " + browser.open() + " links " + browser.open().links());
    LoginOutcome wrong = browser.login("ada", "wrong");
    say("wrong password: " + wrong.expect(LoginOutcome.Refused.class));
    say("auf Deutsch: " + realm.browser().language("de").login("ada", "falsch"));
    say("ui_locales: " + realm.browser().open(Map.of("ui_locales", "de")).title());
    say("brute force: " + realm.users().bruteForce(ada));
    LoginOutcome right = browser.login("ada", "correct horse");
    TokenAnswer tokens = browser.exchange(right.expect(LoginOutcome.SignedIn.class));
    say("right password: " + right + " " + tokens);
    say("claims: " + tokens.accessTokenClaims().path("preferred_username"));
    say("cookies: " + browser.cookieNames() + ", sessions " + realm.users().sessions(ada));
    account(realm, tokens);
    say("single sign-on: " + browser.open().outcome());
    say("logout: " + browser.logout(tokens).url() + ", sessions " + realm.users().sessions(ada));
    say("after logout: " + browser.open().outcome());
    requiredAction(realm, ada);
    Page forgot = realm.browser().forgotPassword();
    say("forgot password: " + forgot + " asks " + forgot.fields().keySet());
    say("error page: " + realm.browser().open(Map.of("redirect_uri", "http://x/")).outcome());
    say("sent back: " + realm.browser().open(Map.of("prompt", "none")).outcome());
  }

  private static void account(TestRealm realm, TokenAnswer tokens) {
    Account account = realm.account(tokens);
    say("account: " + account.read().body().path("email") + " " + account.read());
    say("e-mail metadata: " + account.attributeMetadata("email"));
    say("change name: " + account.change(Map.of("firstName", "Ada")).status());
    say("change e-mail to nonsense: " + account.change(Map.of("email", "nonsense")).body());
  }

  private static void requiredAction(TestRealm realm, String id) {
    realm.users().setPassword(id, "temporary", true).expectDone();
    LoginOutcome.RequiredActionPage todo =
        realm.browser().login("ada", "temporary").expect(LoginOutcome.RequiredActionPage.class);
    say("required action: " + todo + " says " + todo.page().alert());
    Page mismatch =
        todo.page().submit(Map.of("password-new", "first", "password-confirm", "second"));
    say("passwords differ: " + mismatch.outcome() + " " + mismatch.error());
    Page done =
        mismatch.submit(
            Map.of("password-new", "correct horse", "password-confirm", "correct horse"));
    say("password changed: " + done.outcome());
  }

  private static void directGrant(TestRealm realm) {
    TokenAnswer right = realm.directGrant().login("ada", "correct horse");
    say("direct grant: " + right + " refresh " + realm.directGrant().refresh(right));
    say("direct grant, wrong: " + realm.directGrant().login("ada", "wrong"));
    say("direct grant, unknown: " + realm.directGrant().login("nobody", "wrong"));
    for (int i = 0; i < 5; i++) {
      realm.directGrant().login("ada", "wrong");
    }
    String ada = realm.users().byUsername("ada").orElseThrow().getId();
    say("after five failures: " + realm.users().bruteForce(ada));
    say("locked: " + realm.directGrant().login("ada", "correct horse"));
    realm.users().forgetFailures(ada);
    say("forgiven: " + realm.directGrant().login("ada", "correct horse"));
  }

  private static void administrator(TestRealm realm) {
    say("events: " + realm.events().types());
    say("last LOGIN_ERROR: " + realm.events().last("LOGIN_ERROR"));
    say("admin events: " + realm.events().ofAdministrators().size());
    Change refused =
        realm
            .components()
            .add(
                "ldap",
                "ldap",
                Map.of(
                    "connectionUrl",
                    "",
                    "editMode",
                    "UNSYNCED",
                    "vendor",
                    "other",
                    "usernameLDAPAttribute",
                    "uid",
                    "customUserSearchFilter",
                    "nonsense"));
    say("component: " + refused);
    String ada = realm.users().byUsername("ada").orElseThrow().getId();
    realm.createRole("editor").expectDone();
    realm.createGroup("staff").expectDone();
    say("roles " + realm.users().effectiveRealmRoles(ada) + " groups " + realm.groups());
    say("client roles " + realm.users().clientRoles(ada));
    realm.profile().addAttribute("nickname").expectDone();
    realm.profile().unmanagedAttributes("ADMIN_EDIT").expectDone();
    realm
        .users()
        .changeAttributes(ada, Map.of("nickname", List.of("A"), "x", List.of("y")))
        .expectDone();
    say("attributes " + realm.users().get(ada).getAttributes());
    say(
        "by attribute "
            + realm.users().byAttribute("x", "y").size()
            + " of "
            + realm.users().count());
    say("bad e-mail: " + realm.users().change(ada, Map.of("email", "nonsense")));
    say("credentials " + realm.users().credentials(ada).size());
    organizations(realm, ada);
  }

  private static void organizations(TestRealm realm, String user) {
    realm.organizations().enable().expectDone();
    String acme = realm.organizations().create("acme").id();
    realm.organizations().addMember(acme, user).expectDone();
    say(
        "organizations "
            + realm.organizations().aliases()
            + " members "
            + realm.organizations().members(acme)
            + " of user "
            + realm.organizations().ofUser(user));
    say("asks first for: " + realm.browser().open().fields().keySet());
    say("username first: " + realm.browser().login("ada", "correct horse"));
    say("username first, wrong: " + realm.browser().login("ada", "wrong"));
  }

  private static void restart(KeycloakRuntime keycloak, TestRealm realm) {
    say("first start " + keycloak.startTime());
    keycloak.stop();
    keycloak.start();
    say("second start " + keycloak.startTime() + " at " + keycloak.baseUrl());
    say("after restart: " + realm.directGrant().login("ada", "correct horse"));
    keycloak.kill();
    keycloak.start();
    say("after kill: " + realm.directGrant().login("ada", "correct horse"));
  }

  private static void cognito(Path project) {
    try (CognitoLocal cognito = CognitoLocal.of(project)) {
      say("cognito-local unavailable: " + cognito.unavailable());
      cognito.start();
      CognitoPool pool = cognito.createPool("people");
      pool.createUser("grace", "Password1!", Map.of("email", "grace@example.org"));
      pool.createGroup("staff");
      pool.addToGroup("grace", "staff");
      pool.updateAttributes("grace", Map.of("given_name", "Grace"));
      pool.disable("grace");
      say("user " + pool.user("grace") + " sub " + pool.sub("grace"));
    }
  }

  @SuppressWarnings("SystemOut")
  private static void say(String line) {
    System.out.println(line);
  }
}
