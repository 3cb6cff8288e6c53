package io.keycloakpools.it.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.BuildCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NodeProjectTest {
  @TempDir Path folder;

  @Test
  void modulesThatAreThereAreUsed() throws IOException {
    Files.createDirectory(folder.resolve("node_modules"));

    assertThat(new NodeProject(folder).installed(new BuildCache(folder.resolve("cache"))))
        .isEqualTo(folder);
  }

  @Test
  void anotherLockFileIsAnotherInstallation() throws IOException {
    Path lock = folder.resolve("package-lock.json");
    Files.writeString(lock, "{}");
    String before = new NodeProject(folder).key();
    Files.writeString(lock, "{ }");

    assertThat(new NodeProject(folder).key()).isNotEqualTo(before);
  }

  @Test
  void aFolderWithoutProjectIsUnavailableWithAReason() {
    assertThat(new NodeProject(folder.resolve("nowhere")).unavailable())
        .hasValueSatisfying(reason -> assertThat(reason).isNotBlank());
  }
}
