package io.keycloakpools.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildCacheTest {
  private static final long NOBODY = Long.MAX_VALUE;

  @TempDir Path root;
  private BuildCache cache;

  @BeforeEach
  void open() {
    cache = new BuildCache(root);
  }

  @Test
  void aFolderIsMadeOnce() throws IOException {
    AtomicInteger made = new AtomicInteger();

    Path first = cache.folder(name(1), folder -> made.incrementAndGet());
    Path second = cache.folder(name(1), folder -> made.incrementAndGet());

    assertThat(first).isEqualTo(second).isDirectory();
    assertThat(made).hasValue(1);
  }

  @Test
  void aFailureLeavesNothingBehind() {
    BuildCache.Maker failing =
        folder -> {
          Files.writeString(folder.resolve("half"), "half");
          throw new IOException("no space");
        };

    assertThatThrownBy(() -> cache.folder(name(1), failing)).hasMessage("no space");
    assertThat(cache.has(name(1))).isFalse();
    assertThat(root).isDirectoryNotContaining("glob:**.building-*");
  }

  @Test
  void theLaterOfTwoThrowsItsOwnAway() throws Exception {
    CyclicBarrier bothAreMaking = new CyclicBarrier(2);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<Path>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(pool.submit(() -> cache.folder(name(1), folder -> fill(folder, bothAreMaking))));
      }
      assertThat(both.get(0).get()).isEqualTo(both.get(1).get());
      assertThat(root.resolve(name(1)).resolve("file")).hasContent("content");
      assertThat(root).isDirectoryNotContaining("glob:**.building-*");
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void onlyTheMostRecentlyUsedStay() throws IOException {
    for (int i = 0; i < 10; i++) {
      entry(name(i), Duration.ofHours(i), NOBODY);
    }

    Path unused = cache.folder(name(10), folder -> {});

    assertThat(cache.has(name(0))).isTrue();
    assertThat(cache.has(name(9))).isFalse();
  }

  @Test
  void whatALivingProcessUsesStays() throws IOException {
    for (int i = 0; i < 9; i++) {
      entry(name(i), Duration.ofHours(i), NOBODY);
    }
    entry(name(9), Duration.ofDays(9), ProcessHandle.current().pid());

    Path unused = cache.folder(name(10), folder -> {});

    assertThat(cache.has(name(9))).isTrue();
    assertThat(cache.has(name(8))).isFalse();
  }

  @Test
  void foldersOfOthersStay() throws IOException {
    Path other = Files.createDirectory(root.resolve("somebody-elses"));
    Files.setLastModifiedTime(other, FileTime.from(Instant.EPOCH));
    for (int i = 0; i < 10; i++) {
      entry(name(i), Duration.ofHours(i), NOBODY);
    }

    Path unused = cache.folder(name(10), folder -> {});

    assertThat(other).isDirectory();
  }

  private void entry(String name, Duration age, long user) throws IOException {
    Path users = Files.createDirectories(root.resolve(name + ".users"));
    Files.writeString(users.resolve(Long.toString(user)), "");
    Path folder = Files.createDirectory(root.resolve(name));
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
  }

  private static void fill(Path folder, CyclicBarrier barrier) throws IOException {
    Files.writeString(folder.resolve("file"), "content");
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static String name(int number) {
    return CacheKey.of("test").add(Integer.toString(number)).folderName();
  }
}
