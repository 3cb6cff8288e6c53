package io.keycloakpools.it.docs;

import io.keycloakpools.harness.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A reader's shell with curl, jq and {@code kcadm.sh}. */
record CommandLine(Path folder) {

  private static final Pattern ADMIN_CLI = Pattern.compile("[^/]+/(bin/(kcadm\\.sh|client/.+))");
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** Takes {@code kcadm.sh} from the distribution. */
  static CommandLine of(Path distributionZip, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(distributionZip.toFile())) {
      for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        var name = ADMIN_CLI.matcher(entry.getName());
        if (name.matches()) {
          Path target = folder.resolve(name.group(1));
          Files.createDirectories(target.getParent());
          Files.copy(zip.getInputStream(entry), target);
        }
      }
    }
    if (!folder.resolve("bin/kcadm.sh").toFile().setExecutable(true)) {
      throw new IOException("kcadm.sh cannot be made executable");
    }
    return new CommandLine(folder);
  }

  /**
   * Runs commands until one fails.
   *
   * @return their output
   * @throws IOException if one failed, with the end of the output
   */
  String run(String name, String commands, Map<String, String> environment) throws IOException {
    Path script = folder.resolve(name + ".sh");
    Path log = folder.resolve(name + ".log");
    Files.writeString(script, "set -euo pipefail\n" + commands);
    Map<String, String> all = new HashMap<>(environment);
    all.put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    // Each call of kcadm.sh is a virtual machine that lives for a second.
    all.put("KC_OPTS", "-Duser.home=" + folder + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    ChildProcess.run(List.of("bash", script.toString()), all, folder, log, LIMIT);
    return Files.readString(log);
  }
}
