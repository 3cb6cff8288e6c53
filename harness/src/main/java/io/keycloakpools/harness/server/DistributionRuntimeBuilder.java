package io.keycloakpools.harness.server;

import io.keycloakpools.harness.Logs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

public final class DistributionRuntimeBuilder {
  /** The database kind is an option of the build and its address is not: one build serves both. */
  private static final String IN_MEMORY =
      "jdbc:h2:mem:keycloakdb;NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1";

  private final Path zip;
  private final List<Path> providers = new ArrayList<>();
  private final List<String> buildOptions = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final List<String> jvmOptions = new ArrayList<>();
  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, String> logLevels =
      new TreeMap<>(Map.of("io.smallrye.health", "error"));
  private String heap = "1g";
  private String vendor = "dev-file";
  private boolean lasting;
  private AdminAccount admin = AdminAccount.random();
  private Caches caches = Caches.LOCAL;
  private Optional<Path> dataFolder = Optional.empty();
  private Optional<Path> logFile = Optional.empty();
  private Duration startTimeout = Duration.ofMinutes(15);
  private Consumer<String> progress = line -> {};

  DistributionRuntimeBuilder(Path zip) {
    this.zip = zip;
  }

  public DistributionRuntimeBuilder providers(List<Path> jars) {
    providers.addAll(jars);
    return this;
  }

  public DistributionRuntimeBuilder features(String... names) {
    return buildOption("--features=" + String.join(",", names));
  }

  /** Adds an option of {@code kc.sh build}; another set of options means another build. */
  public DistributionRuntimeBuilder buildOption(String option) {
    buildOptions.add(option);
    return this;
  }

  public DistributionRuntimeBuilder option(String option) {
    options.add(option);
    return this;
  }

  public DistributionRuntimeBuilder environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public DistributionRuntimeBuilder logLevel(String category, String level) {
    logLevels.put(category, level);
    return this;
  }

  public DistributionRuntimeBuilder heap(String size) {
    heap = size;
    return this;
  }

  /** Blanks are not allowed in the option. */
  public DistributionRuntimeBuilder jvmOption(String option) {
    jvmOptions.add(option);
    return this;
  }

  /**
   * Compiles less, for a server that lives for minutes: full optimization only for loops, and for
   * methods called ten times as often as usual. Full compilation took a third of the time of a
   * server that lives for a quarter of an hour.
   */
  public DistributionRuntimeBuilder shortLived() {
    return jvmOption("-XX:Tier4InvocationThreshold=50000")
        .jvmOption("-XX:Tier4MinInvocationThreshold=6000")
        .jvmOption("-XX:Tier4CompileThreshold=150000");
  }

  /**
   * Keeps the data in files, so that they outlive {@code stop()}; otherwise the database is in
   * memory and every start is a fresh server.
   */
  public DistributionRuntimeBuilder lastingData() {
    lasting = true;
    return this;
  }

  public DistributionRuntimeBuilder lastingData(Path folder) {
    dataFolder = Optional.of(folder.toAbsolutePath());
    return lastingData();
  }

  public DistributionRuntimeBuilder database(Database database) {
    vendor = "postgres";
    environment.put("KC_DB_URL", database.url());
    environment.put("KC_DB_USERNAME", database.username());
    environment.put("KC_DB_PASSWORD", database.password());
    return lastingData();
  }

  /**
   * Sets the first administrator: a server on existing data has the administrator of the server
   * that wrote them.
   */
  public DistributionRuntimeBuilder admin(AdminAccount account) {
    admin = account;
    return this;
  }

  /**
   * Joins the cluster of all servers on its database.
   *
   * @param shared the administrator of the cluster, created by the first node
   */
  public DistributionRuntimeBuilder nodeOfCluster(AdminAccount shared) {
    caches = Caches.CLUSTERED;
    // Failure detection listens that far above the port of the node; from 50000 on, if not said.
    return admin(shared).jvmOption("-Djgroups.fd.port-offset=1");
  }

  /**
   * Takes the output of all starts; it stays after {@code close()}, until another runtime is built.
   */
  public DistributionRuntimeBuilder logFile(Path file) {
    logFile = Optional.of(file.toAbsolutePath());
    return this;
  }

  public DistributionRuntimeBuilder startTimeout(Duration timeout) {
    startTimeout = timeout;
    return this;
  }

  public DistributionRuntimeBuilder progress(Consumer<String> listener) {
    progress = listener;
    return this;
  }

  public DistributionRuntime build() {
    logFile.ifPresent(Logs::remove);
    return new DistributionRuntime(settings());
  }

  DistributionSettings settings() {
    List<String> build = new ArrayList<>(buildOptions);
    build.addAll(List.of("--db=" + vendor, "--health-enabled=true", "--metrics-enabled=true"));
    List<String> start = new ArrayList<>(options);
    if (!lasting) {
      start.add("--db-url=" + IN_MEMORY);
    }
    List<String> jvm = new ArrayList<>(jvmOptions);
    jvm.add("-Xmx" + heap);
    return new DistributionSettings(
        zip,
        List.copyOf(providers),
        List.copyOf(build),
        List.copyOf(start),
        Map.copyOf(environment),
        Map.copyOf(logLevels),
        String.join(" ", jvm),
        admin,
        caches,
        dataFolder,
        logFile,
        startTimeout,
        progress);
  }
}
