package io.keycloakpools.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheKeyTest {
  @TempDir Path folder;

  @Test
  void sameContentGivesTheSameNameWhereverTheFileLies() throws IOException {
    Path here = write("a", "pool.jar", "content");
    Path there = write("b", "pool.jar", "content");

    assertThat(key(here)).isEqualTo(key(there)).matches(CacheKey::isFolderName);
  }

  @Test
  void anotherContentGivesAnotherName() throws IOException {
    Path before = write("a", "pool.jar", "content");
    Path after = write("b", "pool.jar", "Content");

    assertThat(key(before)).isNotEqualTo(key(after));
  }

  @Test
  void textsDoNotRunIntoEachOther() {
    String first = CacheKey.of("x").add("ab").add("c").folderName();
    String second = CacheKey.of("x").add("a").add("bc").folderName();

    assertThat(first).isNotEqualTo(second);
  }

  private static String key(Path file) throws IOException {
    return CacheKey.of("test").addFile(file).folderName();
  }

  private Path write(String below, String name, String content) throws IOException {
    Path file = Files.createDirectories(folder.resolve(below)).resolve(name);
    return Files.writeString(file, content);
  }
}
