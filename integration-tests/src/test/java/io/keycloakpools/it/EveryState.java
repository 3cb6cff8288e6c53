package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.it.OutcomeScenarios.Row;
import io.keycloakpools.it.OutcomeScenarios.Told;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A person for each state of a directory, in a realm of their own. */
final class EveryState {

  private static final Set<Way> KEYCLOAKS_TEXT = EnumSet.of(Way.KEYCLOAKS_TEXT);
  private static final Set<Way> ACTION = EnumSet.of(Way.ACTION);
  private static final Set<Way> LATER = EnumSet.of(Way.LATER);
  private static final Set<Way> SUPPORT = EnumSet.of(Way.SUPPORT);

  private final OutcomeScenarios scenario;
  private final SimulatedDirectory directory;
  private final StateTable table;
  private final String pool;

  EveryState(OutcomeScenarios scenario) {
    this.scenario = scenario;
    this.directory = scenario.simulated;
    this.table = new StateTable(scenario.realm, directory.providerId());
    scenario.realm.change(Map.of("resetPasswordAllowed", false)).expectDone();
    scenario.realm.createIdentityProvider("google").expectDone();
    this.pool = scenario.linkedPool();
  }

  void assertAllLead() {
    withDefaults();
    scenario.realm.change(Map.of("resetPasswordAllowed", true)).expectDone();
    for (boolean moves : new boolean[] {false, true}) {
      change(
          Map.of(
              "justInTimeMigration", Boolean.toString(moves),
              "displayName", StateTable.NAME,
              "passwordChangeUrl", StateTable.PASSWORD_PAGE,
              "supportLink", StateTable.SUPPORT));
      String mode = moves ? "moves" : "stays";
      refusedByTheirData(mode, moves);
      refusedAtTheCheck(mode, moves);
      notAnswered(mode);
      outage(mode);
    }
    movedOnTheWay();
    inTheWayOfALocalAccount();
    refusedByTheRealm();
    table.assertAll();
  }

  private void withDefaults() {
    scenario
        .unusableAccounts()
        .forEach((state, row) -> table.mustTell("defaults", state, closed(state, "default", row)));
    scenario
        .toldAtTheCheck()
        .forEach(
            (state, told) -> {
              Person person = told(state, "default", told);
              table.mustTell("defaults", state, person);
              directory.noFaults();
            });
  }

  private void refusedByTheirData(String mode, boolean moves) {
    scenario
        .unusableAccounts()
        .forEach(
            (state, row) ->
                table.mustLead(
                    mode, state, closed(state, mode, row), Way.after(row.reason(), moves)));
  }

  private void refusedAtTheCheck(String mode, boolean moves) {
    scenario
        .toldAtTheCheck()
        .forEach(
            (state, told) -> {
              Person person = told(state, mode, told);
              table.mustLead(mode, state, person, Way.after(told.reason(), moves));
              directory.noFaults();
            });
  }

  private void notAnswered(String mode) {
    Person wrong = add("wrong-" + mode);
    table.mustLead(mode, "wrong password", wrong.password("Mistyped-1!"), KEYCLOAKS_TEXT);
    table.mustLead(mode, "unknown name", "nobody-" + mode, "Any-1!", KEYCLOAKS_TEXT);
    scenario
        .withoutAccountInThePool("social-" + mode)
        .ifPresent(
            name ->
                table.mustLead(mode, "social account only", name, "Guessed-1!", KEYCLOAKS_TEXT));
  }

  /** Runs last: afterwards the pool may hold off for a while. */
  private void outage(String mode) {
    Person known = add("known-" + mode);
    assertThat(scenario.realm.users().byUsername(known.username())).isPresent();
    directory.stop();
    table.mustLead(mode, "outage", known, LATER);
    table.mustLead(mode, "outage before the first sign-in", "unseen-" + mode, "Any-1!", LATER);
    directory.start();
  }

  private void movedOnTheWay() {
    change(Map.of("secondFactor", "require-setup"));
    Person factor = Person.named("factor");
    directory.addWithSecondFactor(factor);
    table.mustLead("moves, require-setup", "second factor", factor, ACTION);
    Person nameless = Person.named("nameless").name(null, null);
    directory.add(nameless);
    table.mustLead("moves", "no names", nameless, ACTION);
    Person moved = add("moved");
    table.mustLead("moves", "usual", moved, EnumSet.of(Way.SIGNED_IN));
    directory.replace(moved.password("Changed-there-1!"));
    table.mustLead(
        "moved", "changed the old password", "moved", "Changed-there-1!", KEYCLOAKS_TEXT);
    table.mustLead("moved", "kept the old password", moved, EnumSet.of(Way.SIGNED_IN));
  }

  private void inTheWayOfALocalAccount() {
    Set<Way> own = EnumSet.of(Way.RESET, Way.SUPPORT);
    scenario.realm.users().create("clash", "Local-1!");
    Person clash = add("clash");
    table.mustLead(
        "moves", "username of a local account, by e-mail", clash.email(), clash.password(), own);
    table.mustLead("moves", "username of a local account", clash, KEYCLOAKS_TEXT);
    Person twice = Person.named("twice");
    String local = scenario.realm.users().create("countess", "Local-1!");
    scenario.realm.users().change(local, Map.of("email", twice.email())).expectDone();
    scenario.inDirectory(twice);
    table.mustLead("moves", "e-mail address of a local account", twice, own);
    table.mustLead(
        "moves",
        "e-mail address of a local account, by e-mail",
        twice.email(),
        twice.password(),
        KEYCLOAKS_TEXT);
  }

  private void refusedByTheRealm() {
    Person elsewhere = add("elsewhere");
    assertThat(scenario.realm.users().byUsername(elsewhere.username())).isPresent();
    change(Map.of("clients", List.of("account")));
    table.mustLead("moves", "wrong_client", elsewhere, SUPPORT);
    change(
        Map.of(
            "clients", List.of(scenario.realm.web().clientId(), scenario.realm.cli().clientId())));

    String customers = scenario.realm.components().add("Customers", "identity-pool", Map.of()).id();
    change(Map.of("identityPool", "Customers"));
    scenario.realm.components().change(customers, Map.of("enabled", "false")).expectDone();
    table.mustLead("moves", "identity_pool_closed", add("late"), SUPPORT);
    scenario.realm.components().change(customers, Map.of("enabled", "true")).expectDone();

    scenario.realm.organizations().enable().expectDone();
    change(
        Map.of(
            "tenantResolver", "dynamic",
            "tenantIdFieldName", "tenantId",
            "unknownTenant", "reject"));
    Person stranger = Person.named("stranger").tenant("acme");
    directory.add(stranger);
    table.mustLead("moves", "unknown_tenant", stranger, SUPPORT);
  }

  private Person add(String name) {
    return scenario.inDirectory(Person.named(name));
  }

  private Person closed(String state, String mode, Row row) {
    Person person = add(state + "-" + mode);
    row.close().accept(person);
    return person;
  }

  private Person told(String state, String mode, Told told) {
    Person person = add(state + "-" + mode);
    told.before().accept(person);
    directory.onPasswordChecks(told.answer());
    return person;
  }

  private void change(Map<String, ?> settings) {
    scenario.realm.components().change(pool, settings).expectDone();
  }
}
