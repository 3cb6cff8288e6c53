package io.keycloakpools.demo.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import io.keycloakpools.harness.chromium.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Does all that the demo prints, in its order. A step, a person or a command without a walker
 * fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoWalkIT {
  private static final String NEW_PASSWORD = "Nine-yellow-umbrellas-1";
  private static final String CARLA = "carla";
  private static final String OFFICE = "office";
  private static final String SHOP = "shop";
  private static final String PORTAL = "portal";

  private RunningDemo demo;
  private PrintedGuide printed;
  private Chromium chromium;
  private Visitor carla;
  private final Map<String, String> answers = new HashMap<>();

  @BeforeAll
  void start() throws IOException {
    assumeTrue(
        Chromium.installed().isPresent() || System.getenv("CI") != null,
        "No Chromium on the search path: on Debian, apt-get install chromium.");
    chromium =
        Chromium.start(
            Chromium.installed().orElseThrow(),
            Path.of(System.getProperty("keycloakpools.screenshots")));
    demo = RunningDemo.start(Path.of(System.getProperty("keycloakpools.demo")));
    printed = PrintedGuide.of(demo.screen());
    carla = new Visitor(chromium);
  }

  @AfterAll
  void stop() {
    if (demo != null) {
      demo.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  @Order(1)
  void everyAddressThatIsPrintedShowsWhatItIsCalled() {
    Map<String, String> headings =
        Map.of(
            "Start page", "Keycloak Pools demo",
            "E-mail", "E-mail",
            "Account console", "Sign in to your account",
            "Admin console", "Sign in to your account");
    assertThat(printed.places().keySet()).isEqualTo(new TreeSet<>(headings.keySet()));
    printed
        .places()
        .forEach(
            (name, address) -> {
              try (Visitor visitor = new Visitor(chromium)) {
                visitor.open(address);
                visitor.page().locator("#kc-page-title, main h1").first().waitFor();
                assertThat(visitor.heading()).as(name).isEqualTo(headings.get(name));
              }
            });
  }

  @Test
  @Order(2)
  void theStartPageHasTheWholeGuide() {
    try (Visitor visitor = new Visitor(chromium)) {
      visitor.open(printed.places().get("Start page")).accessible();
      visitor.window().picture("demo-start-page");
      String text = visitor.text();
      printed.steps().forEach(step -> assertThat(text).contains(step.title()));
      printed.people().values().forEach(people -> assertThat(text).contains(people.keySet()));
      assertThat(visitor.page().locator("details").count()).isEqualTo(printed.pools().size());
    }
  }

  @TestFactory
  @Order(3)
  Stream<DynamicTest> everyStepThatIsPrinted() {
    Map<String, Consumer<PrintedStep>> walkers = walkers();
    assertThat(printed.steps())
        .extracting(PrintedStep::title)
        .containsExactlyElementsOf(walkers.keySet());
    return printed.steps().stream()
        .map(
            step ->
                DynamicTest.dynamicTest(
                    step.number() + ". " + step.title(),
                    () -> {
                      walkers.get(step.title()).accept(step);
                      assertThat(step.left()).as("lines to copy that the walk left out").isEmpty();
                    }));
  }

  private Map<String, Consumer<PrintedStep>> walkers() {
    Map<String, Consumer<PrintedStep>> walkers = new LinkedHashMap<>();
    walkers.put("Stay in the directory", this::stay);
    walkers.put("Follow the directory", this::follow);
    walkers.put("Move to Keycloak", this::move);
    walkers.put("Survive an outage", this::outage);
    walkers.put("The same with Auth0", this::auth0);
    walkers.put("Everybody else", this::everybodyElse);
    walkers.put("Register at the shop", this::register);
    walkers.put("Forget the password", this::forget);
    walkers.put("Single sign-on, and a closed door", this::singleSignOn);
    walkers.put("Invite somebody", this::invite);
    walkers.put("Move into an identity pool", this::moveIntoIdentityPool);
    walkers.put("Add a user pool by hand", this::addByHand);
    return walkers;
  }

  private void stay(PrintedStep step) {
    try (Visitor ada = new Visitor(chromium);
        AdminVisitor admin = admin()) {
      ada.open(step.address()).accessible().follow("Sign in at the office");
      ada.signIn("ada", printed.password()).isAt(OFFICE, "ada");
      ada.window().picture("demo-signed-in");
      assertThat(ada.claim("department")).isEqualTo("Engineering");
      assertThat(ada.claim("roles")).contains("staff");
      assertThat(ada.claim("organization")).contains("acme");
      assertThat(ada.text()).doesNotContain("eyJ");
      admin.user("ada").isLinkedTo("cognito-linked");
      ada.signOut();
    }
  }

  private void follow(PrintedStep step) {
    assertThat(type(step)).contains("Research");
    office("ada", visitor -> assertThat(visitor.claim("department")).isEqualTo("Research"));
  }

  private void move(PrintedStep step) {
    try (Visitor alan = new Visitor(chromium);
        AdminVisitor admin = admin()) {
      alan.open(step.address()).follow("Sign in at the office");
      alan.signIn("alan", printed.password()).isAt(OFFICE, "alan").signOut();
      admin.user("alan").hasAPasswordAndNoLink();
    }
  }

  private void outage(PrintedStep step) {
    assertThat(type(step)).contains("Nobody answers at the directory of pool cognito-linked.");
    assertThat(type(step)).contains("Nobody answers at the directory of pool cognito-migrating.");
    office("alan", visitor -> {});
    try (Visitor ada = visitorAtOffice()) {
      ada.signIn("ada", printed.password()).reads("try again");
    }
    assertThat(type(step)).contains("The directory of pool cognito-linked answers.");
    assertThat(type(step)).contains("The directory of pool cognito-migrating answers.");
    // For a few seconds the pool leaves the directory alone.
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .ignoreExceptions()
        .until(
            () -> {
              try (Visitor ada = visitorAtOffice()) {
                return ada.signIn("ada", printed.password()).heading().startsWith("Signed in");
              }
            });
  }

  private void auth0(PrintedStep step) {
    URI office = step.address();
    assertThat(office.getPath()).isEqualTo("/office");
    office("tim", visitor -> assertThat(visitor.claim("department")).isEqualTo("Web"));
    office("edsger", visitor -> {});
    assertThat(type(step)).contains("Research");
    office("tim", visitor -> assertThat(visitor.claim("department")).isEqualTo("Research"));
    try (AdminVisitor admin = admin()) {
      admin.user("tim").isLinkedTo("auth0-linked");
      admin.user("edsger").hasAPasswordAndNoLink();
    }
  }

  private void everybodyElse(PrintedStep step) {
    assertThat(step.address().getPath()).isEqualTo("/office");
    Map<String, Consumer<Visitor>> others = new PeopleWalkers(NEW_PASSWORD).others();
    List<String> inOtherSteps = List.of("ada", "alan", "tim", "edsger", "dorothy", "guido");
    assertThat(Stream.concat(others.keySet().stream(), inOtherSteps.stream()))
        .as("people with a walker")
        .containsExactlyInAnyOrderElementsOf(
            printed.people().values().stream().flatMap(each -> each.keySet().stream()).toList());
    others.forEach(
        (name, outcome) -> {
          try (Visitor visitor = visitorAtOffice()) {
            outcome.accept(visitor.signIn(name, printed.password()));
          }
        });
  }

  private void register(PrintedStep step) {
    carla.open(step.address()).accessible();
    assertThat(carla.heading()).isEqualTo("Open your account at the shop");
    carla.window().picture("demo-registration", "main");
    carla.page().locator("#kc-register-form [type=submit]").press("Enter");
    carla.page().locator("[id='input-error-lastName']").waitFor();
    carla.accessible();
    carla.fill("username", CARLA).fill("firstName", "Carla").fill("lastName", "Shopper");
    carla.fill("email", "carla@example.com");
    carla.page().locator("#terms").check();
    carla.fill("password", "password").fill("password-confirm", "password").send();
    assertThat(carla.page().locator("#input-error-password").innerText()).isNotBlank();
    carla.accessible();
    String password = "Six-purple-teapots-1";
    carla.fill("password", password).fill("password-confirm", password).send();
    carla.isAt(SHOP, CARLA);
    assertThat(carla.claim("identity_pool")).isEqualTo("Customers");
    try (AdminVisitor admin = admin()) {
      admin.user(CARLA).isInIdentityPool("Customers");
    }
  }

  private void forget(PrintedStep step) {
    URI shop = step.address();
    carla.open(shop).signOut().open(shop).follow("Sign in at the shop");
    carla.enterName(CARLA).follow("Forgot Password?");
    if (carla.page().locator("#username").count() > 0) {
      carla.fill("username", CARLA).send();
    }
    carla.followNewestMail(step.address(), "carla@example.com");
    carla.newPassword(NEW_PASSWORD).follow("Back to Application");
    carla.follow("Sign in at the shop").signIn(CARLA, NEW_PASSWORD).isAt(SHOP, CARLA);
  }

  private void singleSignOn(PrintedStep step) {
    carla.open(step.address()).isAt(OFFICE, CARLA);
    carla.open(step.address()).reads("cannot be used at this application");
    carla.window().screenshot("demo-wrong-application");
  }

  private void invite(PrintedStep step) {
    assertThat(type(step)).contains("Keycloak has sent an e-mail to mary.jackson@example.com.");
    try (Visitor mary = new Visitor(chromium)) {
      mary.followNewestMail(step.address(), "mary.jackson@example.com");
      if (mary.page().locator("#password-new").count() == 0) {
        mary.follow("Click here to proceed");
      }
      mary.newPassword(NEW_PASSWORD);
      mary.open(step.address()).follow("Sign in at the portal");
      mary.signIn("mary.jackson@example.com", NEW_PASSWORD);
      mary.isAt(PORTAL, "mary.jackson@example.com");
      assertThat(mary.claim("identity_pool")).isEqualTo("Staff");
    }
  }

  private void moveIntoIdentityPool(PrintedStep step) {
    try (Visitor dorothy = new Visitor(chromium)) {
      dorothy.open(step.address()).follow("Sign in at the shop");
      dorothy.signIn("dorothy", printed.password());
      // A box on the pool's own page, a list on Keycloak's.
      Locator terms = dorothy.page().locator("[name=terms]:not([type=hidden])");
      if (terms.evaluate("e => e.tagName").equals("SELECT")) {
        terms.selectOption("true");
      } else {
        terms.check();
      }
      dorothy.send().isAt(SHOP, "dorothy");
      assertThat(dorothy.claim("identity_pool")).isEqualTo("Customers");
    }
  }

  private void addByHand(PrintedStep step) {
    try (AdminVisitor admin = admin()) {
      assertThat(printed.pools().get("by-hand")).contains("step " + step.number() + ";");
      admin.addProvider("auth0-user-pool", step.entries());
    }
    assertThat(step.address().getPath()).isEqualTo("/office");
    office("guido", visitor -> {});
  }

  @Test
  @Order(4)
  void everyCommandThatThePromptOffers() throws Exception {
    String first = printed.people().keySet().iterator().next();
    answers.put("show", demo.type("show ada"));
    answers.put("groups", demo.type("groups ada"));
    answers.put("settings", demo.type("settings " + first));
    assertThat(answers.get("show")).contains("In the directory: ada", "[employees]");
    assertThat(answers.get("groups")).contains("groups []");
    assertThat(answers.get("settings")).contains("demo-client", "demo-client-secret");
    assertThat(demo.quit()).isZero();
    answers.put("quit", demo.screen());
    assertThat(demo.screen()).endsWith("Stopped." + System.lineSeparator());
    assertThat(answers.keySet()).isEqualTo(new TreeSet<>(printed.commands()));
  }

  /** Types the next command of a step. */
  private String type(PrintedStep step) {
    String command = step.command();
    String answer = demo.type(command);
    answers.put(command.split(" ", 2)[0], answer);
    return answer;
  }

  private void office(String username, Consumer<Visitor> look) {
    try (Visitor visitor = visitorAtOffice()) {
      look.accept(visitor.signIn(username, printed.password()).isAt(OFFICE, username));
    }
  }

  private Visitor visitorAtOffice() {
    return new Visitor(chromium)
        .open(printed.places().get("Start page"))
        .follow("Sign in at the office");
  }

  private AdminVisitor admin() {
    return new AdminVisitor(chromium, printed.places().get("Admin console"));
  }
}
