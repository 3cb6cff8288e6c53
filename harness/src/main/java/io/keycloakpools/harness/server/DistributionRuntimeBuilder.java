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

/** Says which Keycloak to run; whatever is left out has a value that suits tests. */
public final class DistributionRuntimeBuilder {
  /** The database is an option of the build and its address is none: one build serves both. */
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

  /** JARs to drop into {@code providers/}. */
  public DistributionRuntimeBuilder providers(List<Path> jars) {
    providers.addAll(jars);
    return this;
  }

  /** Features to switch on, such as {@code scripts}. */
  public DistributionRuntimeBuilder features(String... names) {
    return buildOption("--features=" + String.join(",", names));
  }

  /** An option of {@code kc.sh build}; another set of them means another build. */
  public DistributionRuntimeBuilder buildOption(String option) {
    buildOptions.add(option);
    return this;
  }

  /** An option of {@code kc.sh start}. */
  public DistributionRuntimeBuilder option(String option) {
    options.add(option);
    return this;
  }

  /** An environment variable of the server. */
  public DistributionRuntimeBuilder environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The log level of a category. */
  public DistributionRuntimeBuilder logLevel(String category, String level) {
    logLevels.put(category, level);
    return this;
  }

  /** The largest heap, {@code 1g} if not said. */
  public DistributionRuntimeBuilder heap(String size) {
    heap = size;
    return this;
  }

  /** One more option of the Java virtual machine; blanks are not allowed in it. */
  public DistributionRuntimeBuilder jvmOption(String option) {
    jvmOptions.add(option);
    return this;
  }

  /**
   * Spends less time on compiling: for a server that lives for minutes. Only methods that are
   * called ten times as often as usual, and loops, are compiled with all optimization, which took a
   * third of the time of a server that lives for a quarter of an hour.
   */
  public DistributionRuntimeBuilder shortLived() {
    return jvmOption("-XX:Tier4InvocationThreshold=50000")
        .jvmOption("-XX:Tier4MinInvocationThreshold=6000")
        .jvmOption("-XX:Tier4CompileThreshold=150000");
  }

  /**
   * Keeps the data in files of the run, so that they outlive {@code stop()}; without it the
   * database is in memory and every start is a fresh server.
   */
  public DistributionRuntimeBuilder lastingData() {
    lasting = true;
    return this;
  }

  /** Keeps the data in that folder, so that they outlive {@code close()}. */
  public DistributionRuntimeBuilder lastingData(Path folder) {
    dataFolder = Optional.of(folder.toAbsolutePath());
    return lastingData();
  }

  /** Keeps the data in that database. */
  public DistributionRuntimeBuilder database(Database database) {
    vendor = "postgres";
    environment.put("KC_DB_URL", database.url());
    environment.put("KC_DB_USERNAME", database.username());
    environment.put("KC_DB_PASSWORD", database.password());
    return lastingData();
  }

  /**
   * The first administrator, if it is not anybody: a server on data that another one wrote has the
   * administrator of that one.
   */
  public DistributionRuntimeBuilder admin(AdminAccount account) {
    admin = account;
    return this;
  }

  /**
   * Makes it a node of the cluster of all servers on its database.
   *
   * @param shared the administrator of the cluster, whom the first node creates
   */
  public DistributionRuntimeBuilder nodeOfCluster(AdminAccount shared) {
    caches = Caches.CLUSTERED;
    // Failure detection listens that far above the port of the node; from 50000 on, if not said.
    return admin(shared).jvmOption("-Djgroups.fd.port-offset=1");
  }

  /**
   * Where the server's output goes, of all its starts; it stays after {@code close()}, until
   * another runtime is built.
   */
  public DistributionRuntimeBuilder logFile(Path file) {
    logFile = Optional.of(file.toAbsolutePath());
    return this;
  }

  /** How long a start may take. */
  public DistributionRuntimeBuilder startTimeout(Duration timeout) {
    startTimeout = timeout;
    return this;
  }

  /** Is told in a sentence what takes time now. */
  public DistributionRuntimeBuilder progress(Consumer<String> listener) {
    progress = listener;
    return this;
  }

  /** The runtime, not started yet. */
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
