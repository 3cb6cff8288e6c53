package io.keycloakpools.it.peers;

import io.keycloakpools.harness.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The emulator's home folder, with its certificate, and people for {@code start.cjs}. */
record EmulatorHome(Path folder) {
  void fill(LocalCertificate local, Auth0People people) throws IOException {
    Path certificates = folder.resolve(".simulacrum/certs");
    Files.createDirectories(certificates);
    for (Path file : List.of(local.certificate(), local.key())) {
      Files.copy(
          file,
          certificates.resolve(file.getFileName()),
          StandardCopyOption.COPY_ATTRIBUTES,
          StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(users(), people.json());
  }

  Map<String, String> environment(Path modules, Map<String, ?> options) {
    Map<String, Object> configuration = new HashMap<>(options);
    configuration.put("usersFile", users().toString());
    return Map.of(
        "HOME", folder.toString(),
        "NODE_PATH", modules.toString(),
        "AUTH0_SIMULATOR", Json.write(configuration));
  }

  private Path users() {
    return folder.resolve("users.json");
  }
}
