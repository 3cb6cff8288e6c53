package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.keycloakpools.it.FaultCell.Ended;
import io.keycloakpools.it.FaultCell.Signing;
import io.keycloakpools.it.FaultOutcome.NotApplicable;
import io.keycloakpools.it.Flow.Attempt;
import io.keycloakpools.it.peers.LocalCertificate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every fault at every place of a sign-in, at the login page and by direct grant, while a local and
 * a migrated user sign in. The result is a table in {@code target/}; docs/run/outages.md explains
 * it.
 */
public abstract class FaultMatrixScenarios extends PoolScenarios {

  /** The usual faults, and at least one of credentials. */
  private static final int FEWEST_FAULTS = 18;

  private static final Person LOCAL = Person.named("local");
  private static final Person MIGRATED = Person.named("migrated");

  protected SimulatedDirectory simulated;
  private final Map<Flow, Person> linked = new HashMap<>();
  private Relay untrusted;
  private Relay elsewhere;
  private FaultMatrixReport report;
  private String pool;
  private int cells;

  @Override
  protected abstract SimulatedDirectory openDirectory();

  protected abstract MatrixFault here(MatrixFault usual);

  protected abstract List<MatrixFault> credentials();

  protected void mendOwn() {}

  @TestFactory
  Stream<DynamicTest> aFaultChangesNobodyCountsForNobodyAndHoldsNobodyElseUp() throws IOException {
    prepare();
    UsualFaults usual = new UsualFaults(simulated, address -> change(simulated.at(address)));
    List<MatrixFault> faults = new ArrayList<>();
    usual.all(untrusted.address(), elsewhere.address()).forEach(fault -> faults.add(here(fault)));
    faults.addAll(credentials());
    assertThat(faults.stream().filter(FaultMatrixScenarios::applies).count())
        .as("faults that are played")
        .isGreaterThanOrEqualTo(FEWEST_FAULTS);
    return faults.stream().flatMap(this::test);
  }

  private Stream<DynamicTest> test(MatrixFault fault) {
    if (applies(fault)) {
      return Stream.of(dynamicTest(fault.name(), () -> playEverywhere(fault)));
    }
    fault
        .expected()
        .forEach((place, none) -> report.notApplicable(fault, place, (NotApplicable) none));
    return Stream.empty();
  }

  private static boolean applies(MatrixFault fault) {
    return !fault.expected().values().stream().allMatch(NotApplicable.class::isInstance);
  }

  @AfterEach
  void shut() {
    untrusted.close();
    elsewhere.close();
  }

  private void prepare() throws IOException {
    simulated = (SimulatedDirectory) directory;
    LocalCertificate ours =
        LocalCertificate.in(RunningKeycloak.target().resolve("untrusted-certificate"));
    untrusted = Relay.overTls(simulated.simulator().endpoint(), ours);
    elsewhere = Relay.to(simulated.simulator().endpoint());
    report = new FaultMatrixReport(directory.providerId());
    protectFromBruteForce();
    realm.createRole(FaultCell.ROLE).expectDone();
    assertThat(realm.users().create(LOCAL.username(), LOCAL.password())).isNotEmpty();
    pool = pool(Map.of("justInTimeMigration", "true", "testConnection", "false"));
    signedIn(Flow.DIRECT_GRANT, inDirectory(MIGRATED));
    change(Map.of("justInTimeMigration", "false"));
    for (Flow flow : Flow.values()) {
      Person person = Person.named("linked-" + name(flow)).roles(FaultCell.ROLE);
      signedIn(flow, inDirectory(person));
      linked.put(flow, person);
    }
  }

  protected void change(Map<String, ?> settings) {
    realm.components().change(pool, settings).expectDone();
  }

  private void playEverywhere(MatrixFault fault) {
    assertAll(Arrays.stream(FaultPlace.values()).map(place -> () -> play(fault, place)));
  }

  private void play(MatrixFault fault, FaultPlace place) throws InterruptedException {
    if (fault.expected().get(place) instanceof NotApplicable none) {
      report.notApplicable(fault, place, none);
      return;
    }
    cells++;
    begin(fault);
    FaultCell cell = new FaultCell(realm, directory, fault, place);
    List<Signing> signing = new ArrayList<>();
    for (Flow flow : Flow.values()) {
      Person person = person(place, flow);
      signing.add(new Signing(flow, person, cell.kept(person)));
    }
    List<Attempt> attempts;
    try {
      directory.forgetRequests();
      fault.strike().accept(place);
      attempts = atOnce(signing);
    } finally {
      mend();
    }
    List<Ended> ended = new ArrayList<>();
    for (int i = 0; i < signing.size(); i++) {
      ended.add(cell.ended(signing.get(i), attempts.get(i)));
    }
    List<Attempt> neighbours = attempts.subList(signing.size(), attempts.size());
    report.row(cell, ended, neighbours);
    ended.forEach(cell::check);
    neighbours.forEach(FaultCell::isIn);
    for (Person neighbour : List.of(LOCAL, MIGRATED)) {
      assertThat(simulated.requestsAbout(neighbour.username()))
          .as("asked about " + neighbour.username())
          .isEmpty();
    }
    assertThat(said(elsewhere)).as("asked where a redirect led").isEmpty();
    assertThat(said(untrusted)).as("told somebody with a wrong certificate").isEmpty();
  }

  /** Restarts a working pool, so that cells share no state. */
  private void begin(MatrixFault fault) {
    Map<String, Object> settings = new HashMap<>(simulated.settings());
    settings.put("requestTimeout", Integer.toString(fault.requestTimeout()));
    change(settings);
    Person control = inDirectory(Person.named("control-" + cells));
    assertThat(realm.users().byUsername(control.username())).as("pool works").isPresent();
    realm.events().clear();
  }

  /** A person with directory data that the last sign-in did not bring. */
  private Person person(FaultPlace place, Flow flow) {
    if (place == FaultPlace.PASSWORD || place == FaultPlace.ROLES_OF_LINKED) {
      Person person = linked.get(flow).name("First-" + cells, "Last");
      directory.replace(person);
      return person;
    }
    Person person =
        inDirectory(Person.named("new-" + name(flow) + "-" + cells).roles(FaultCell.ROLE));
    boolean imported =
        place == FaultPlace.ROLES_OF_PENDING
            && realm.users().byUsername(person.username()).isPresent();
    assertThat(imported).isEqualTo(place == FaultPlace.ROLES_OF_PENDING);
    return person;
  }

  /** Adds two neighbours outside the directory. */
  private List<Attempt> atOnce(List<Signing> signing) throws InterruptedException {
    List<Callable<Attempt>> calls = new ArrayList<>();
    signing.forEach(each -> calls.add(() -> signIn(each.flow(), each.person())));
    calls.add(() -> signIn(Flow.DIRECT_GRANT, LOCAL));
    calls.add(() -> signIn(Flow.BROWSER, MIGRATED));
    return Crowd.at(calls.size(), calls);
  }

  private void mend() {
    simulated.noFaults();
    simulated.start();
    mendOwn();
  }

  private static List<String> said(Relay relay) {
    return relay.said(Pattern.compile("(\\S+)"));
  }

  private static String name(Flow flow) {
    return flow.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
