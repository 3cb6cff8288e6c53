package io.keycloakpools.demo;

import io.keycloakpools.demo.mail.MailCatcher;
import io.keycloakpools.demo.site.Application;
import io.keycloakpools.demo.site.Guide;
import io.keycloakpools.demo.site.Site;
import io.keycloakpools.harness.admin.AdminApi;
import io.keycloakpools.harness.admin.Change;
import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.person.RealmClient;
import io.keycloakpools.harness.server.AdminAccount;
import io.keycloakpools.harness.server.DistributionRuntime;
import io.keycloakpools.harness.server.DistributionRuntimeBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

final class DemoServer implements AutoCloseable {
  /** Publicly known, which is fine for a server that only this machine reaches. */
  static final AdminAccount ADMIN = new AdminAccount("admin", "admin");

  /** A laptop that builds something else meanwhile takes minutes. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Options options;
  private final List<DemoPool> pools;
  private final DistributionRuntime keycloak;
  private final DemoGuide.Unattached unattached;
  private MailCatcher mails;
  private Site site;
  private DemoClients clients;
  private AdminApi admin;
  private TestRealm realm;

  DemoServer(Installation installation, Options options, Consumer<String> progress) {
    this.options = options;
    pools =
        List.of(
            DemoPool.cognitoLinked(options.simulatorPort(0)),
            DemoPool.cognitoMigrating(options.simulatorPort(1)),
            DemoPool.auth0Linked(options.simulatorPort(2)),
            DemoPool.auth0Migrating(options.simulatorPort(3)),
            DemoPool.oldShop(options.simulatorPort(4)));
    unattached =
        new DemoGuide.Unattached(
            SimulatedAuth0.of(options.simulatorPort(5), Auth0People.unattached()),
            Auth0People.unattached());
    DistributionRuntimeBuilder builder =
        DistributionRuntime.builder(installation.keycloakZip())
            .providers(installation.providers())
            .environment("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN.username())
            .environment("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN.password())
            .shortLived()
            .startTimeout(PATIENCE)
            .progress(line -> progress.accept(withOurPort(line)));
    options.port().ifPresent(chosen -> builder.option("--http-port=" + chosen));
    log(installation, options, builder);
    keycloak = builder.build();
  }

  /** Keeps the log of the last run beside the build, if that folder is writable. */
  private static void log(
      Installation installation, Options options, DistributionRuntimeBuilder builder) {
    Path log = installation.folder().resolve(options.check() ? "check.log" : "keycloak.log");
    try {
      Files.writeString(log, "");
      builder.logFile(log);
    } catch (IOException e) {
      // A read-only project: the log goes to the run's own folder.
    }
  }

  TestRealm start() {
    options.port().ifPresent(port -> PortCheck.expectFree(port, "--port"));
    options.pagePort().ifPresent(port -> PortCheck.expectFree(port, "--page-port"));
    expectSimulatorPorts();
    pools.forEach(pool -> pool.simulator().start());
    unattached.directory().simulator().start();
    mails = MailCatcher.start();
    site = Site.onPort(options.pagePort().orElse(0), mails);
    clients = DemoClients.of(site.address());
    keycloak.start();
    admin = AdminApi.of(baseUrl(), ADMIN);
    realm = DemoRealm.create(admin, pools, clients, mails.smtp());
    site.open(guide(), application -> clients.client(realm, application));
    return realm;
  }

  Guide guide() {
    return new DemoGuide(baseUrl(), site.address(), pools, unattached, this::labels).guide();
  }

  /** In English, as the guide; a label may be a message key. */
  private Map<String, String> labels(String providerId) {
    Map<String, String> texts = realm.consoleTexts("admin", "en");
    Map<String, String> labels = new LinkedHashMap<>();
    realm
        .components()
        .properties(admin, providerId)
        .forEach(
            property -> {
              String label = property.path("label").asText();
              labels.put(property.path("name").asText(), texts.getOrDefault(label, label));
            });
    return labels;
  }

  DemoGuide.Unattached unattached() {
    return unattached;
  }

  URI site() {
    return site.address();
  }

  MailCatcher mails() {
    return mails;
  }

  RealmClient client(Application application) {
    return clients.client(realm, application);
  }

  Change invite(String given, String family, String email) {
    return DemoIdentityPools.invite(realm, given, family, email);
  }

  private void expectSimulatorPorts() {
    for (int i = 0; i <= pools.size(); i++) {
      if (options.simulatorPort(i) > 0) {
        PortCheck.expectFree(options.simulatorPort(i), "--simulator-port");
      }
    }
  }

  List<DemoPool> pools() {
    return pools;
  }

  /** Without a slash at the end. */
  URI baseUrl() {
    return options.port().stream()
        .mapToObj(port -> URI.create("http://127.0.0.1:" + port))
        .findFirst()
        .orElseGet(keycloak::baseUrl);
  }

  Path log() {
    return keycloak.logFile();
  }

  /** The runtime does not know the chosen port that overrides its random one. */
  private String withOurPort(String line) {
    return line.contains("http://")
        ? line.replace(keycloak.baseUrl().toString(), baseUrl().toString())
        : line;
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close();
    }
    keycloak.close();
    if (site != null) {
      site.close();
    }
    if (mails != null) {
      mails.close();
    }
    pools.forEach(pool -> pool.simulator().close());
    unattached.directory().simulator().close();
  }
}
