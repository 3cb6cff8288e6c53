package io.keycloakpools.demo;

import io.keycloakpools.demo.site.Application;
import io.keycloakpools.harness.admin.TestRealm;
import java.util.List;

/** Signs in as a person would, and compares the outcome with what the pack promises. */
final class Check {
  private static final String SIGNED_IN = Person.SIGNED_IN;
  private static final String OPERATIONS = "Operations";
  private static final String WRONG_PASSWORD = "refused: Invalid username or password.";
  private static final String TRY_LATER = "refused: Your password could not be checked right now.";

  private final TestRealm realm;
  private final DemoServer server;
  private final Transcript transcript;

  Check(TestRealm realm, DemoServer server, Transcript transcript) {
    this.realm = realm;
    this.server = server;
    this.transcript = transcript;
  }

  boolean run() {
    linkedUser("cognito-linked", "ada", "Engineering");
    migratingUser("cognito-migrating", "alan", "Research");
    linkedUser("auth0-linked", "tim", "Web");
    migratingUser("auth0-migrating", "edsger", "Structures");
    others("ada", "alan", "tim", "edsger");
    new IdentityPoolCheck(realm, server, transcript).run();
    new MailCheck(server, transcript).run();
    byHand();
    return transcript.close();
  }

  private void linkedUser(String poolName, String name, String department) {
    DemoPool pool = pool(poolName);
    String product = pool.directory().product();
    DemoAccount account = new DemoAccount(realm, name);
    transcript.heading("Pool " + poolName + ": " + name + " stays in " + product);
    before(account);
    wrongPassword(account, pool);
    firstSignIn(account);
    transcript.expect("link", "linked, linked to pool " + poolName, account.link());
    transcript.expect("stored credential", "none", account.credentials());
    memberships(account, "staff", "acme", department);

    transcript.step("In " + product + ": department becomes Operations, employees is left");
    move(pool, name);
    browser(name, SIGNED_IN);
    memberships(account, "none", "acme", OPERATIONS);

    transcript.step(product + " stops answering");
    pool.simulator().stop();
    browser(name, TRY_LATER);
    directGrant(name, "503 temporarily_unavailable");
    transcript.expect("counted failures", "0", Integer.toString(account.failures()));

    transcript.step(product + " answers again");
    pool.simulator().start();
    browser(name, SIGNED_IN);
  }

  private void migratingUser(String poolName, String name, String department) {
    DemoPool pool = pool(poolName);
    String product = pool.directory().product();
    DemoAccount account = new DemoAccount(realm, name);
    transcript.heading("Pool " + poolName + ": " + name + " moves to Keycloak");
    before(account);
    wrongPassword(account, pool);
    firstSignIn(account);
    transcript.expect("link", "migrated, no link", account.link());
    transcript.expect("stored credential", "password (argon2)", account.credentials());
    memberships(account, "staff", "globex", department);

    transcript.step("In " + product + ": department becomes Operations, employees is left");
    move(pool, name);
    pool.simulator().requests().reset();
    browser(name, SIGNED_IN);
    memberships(account, "staff", "globex", department);
    transcript.expect(
        "requests to " + product, "0", Integer.toString(pool.simulator().requests().count()));

    transcript.step(product + " stops answering");
    pool.simulator().stop();
    browser(name, SIGNED_IN);
    directGrant(name, SIGNED_IN);
    pool.simulator().start();
  }

  private void before(DemoAccount account) {
    transcript.step("Before");
    transcript.expect("in Keycloak", "no", account.exists() ? "yes" : "no");
  }

  private void wrongPassword(DemoAccount account, DemoPool pool) {
    String name = account.username();
    transcript.step("Wrong password");
    transcript.expect(
        "login page",
        WRONG_PASSWORD,
        Attempt.browser(server, Application.OFFICE, name, "wrong").summary());
    transcript.expect("counted failures", "1", Integer.toString(account.failures(1)));
    transcript.expect(
        "direct grant",
        "400 invalid_grant",
        Attempt.directGrant(server, Application.OFFICE, name, "wrong").summary());
    transcript.expect("link", "pending, linked to pool " + pool.name(), account.link());
    transcript.expect("stored credential", "none", account.credentials());
    transcript.expect("roles", "none", account.roles());
    transcript.expect("counted failures", "2", Integer.toString(account.failures(2)));
  }

  private void firstSignIn(DemoAccount account) {
    transcript.step("First sign-in");
    browser(account.username(), SIGNED_IN);
  }

  private void memberships(
      DemoAccount account, String role, String organization, String department) {
    transcript.expect("roles", role, account.roles());
    transcript.expect("organizations", organization, account.organizations());
    transcript.expect("department", department, account.department());
  }

  private static void move(DemoPool pool, String name) {
    pool.directory().set(name, pool.directory().department(), OPERATIONS);
    pool.directory().setGroups(name);
  }

  private DemoPool pool(String name) {
    return server.pools().stream()
        .filter(pool -> pool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void others(String... done) {
    transcript.heading("The others, at the login page with the right password");
    for (DemoPool pool : server.pools()) {
      pool.people().stream()
          .filter(person -> !List.of(done).contains(person.username()))
          .forEach(person -> browser(application(pool), person.username(), person.firstSignIn()));
    }
  }

  private static Application application(DemoPool pool) {
    return pool.name().equals(DemoPool.OLD_SHOP) ? Application.SHOP : Application.OFFICE;
  }

  private void byHand() {
    DemoGuide.Unattached unattached = server.unattached();
    transcript.heading("A pool that an admin adds");
    for (Person<?> person : unattached.people()) {
      transcript.step("Before");
      browser(person.username(), person.firstSignIn());
      transcript.step("After, with the settings that the demo prints");
      realm
          .components()
          .add(
              DemoGuide.BY_HAND,
              unattached.directory().providerId(),
              unattached.directory().settings())
          .expectDone();
      browser(person.username(), SIGNED_IN);
    }
  }

  private void browser(String name, String expected) {
    browser(Application.OFFICE, name, expected);
  }

  private void browser(Application application, String name, String expected) {
    transcript.expect(
        "login page, " + name,
        expected,
        Attempt.browser(server, application, name, Person.PASSWORD).summary());
  }

  private void directGrant(String name, String expected) {
    transcript.expect(
        "direct grant, " + name,
        expected,
        Attempt.directGrant(server, Application.OFFICE, name, Person.PASSWORD).summary());
  }
}
