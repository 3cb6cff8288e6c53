package io.keycloakpools.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * Folders that take long to make, kept between runs and shared by all runs on a machine. A folder
 * is made under another name and then renamed, so it is complete once it exists; of two runs that
 * make the same one, the later discards its own. A folder stays while the process that asked for it
 * lives; of the others the most recently used few stay.
 */
public final class BuildCache {
  /** The system property that moves the cache out of the home folder. */
  public static final String FOLDER_PROPERTY = "keycloakpools.cache";

  private static final int KEPT = 6;
  private static final Duration ABANDONED = Duration.ofHours(6);
  private static final String BUILDING = ".building-";
  private static final String USERS = ".users";

  private final Path root;

  public BuildCache(Path root) {
    this.root = root;
  }

  public static BuildCache ofUser() {
    Path home = Path.of(System.getProperty("user.home"), ".cache", "keycloak-pools");
    return new BuildCache(Path.of(System.getProperty(FOLDER_PROPERTY, home.toString())));
  }

  @FunctionalInterface
  public interface Maker {
    void fill(Path folder) throws IOException;
  }

  public Path folder(String name, Maker maker) throws IOException {
    Path folder = root.resolve(name);
    Files.createDirectories(root);
    markUsed(name);
    if (!Files.exists(folder)) {
      prune();
      make(folder, maker);
    }
    Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
    return folder;
  }

  public boolean has(String name) {
    return Files.exists(root.resolve(name));
  }

  private void make(Path folder, Maker maker) throws IOException {
    Path building = root.resolve(BUILDING + UUID.randomUUID());
    try {
      maker.fill(Files.createDirectory(building));
      Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(folder)) {
        throw e;
      }
    } finally {
      Folders.delete(building);
    }
  }

  private void markUsed(String name) throws IOException {
    Path users = Files.createDirectories(root.resolve(name + USERS));
    Files.writeString(users.resolve(Long.toString(ProcessHandle.current().pid())), "");
  }

  private void prune() throws IOException {
    try (var all = Files.list(root)) {
      List<Path> folders =
          all.filter(Files::isDirectory)
              .filter(BuildCache::ours)
              .sorted(Comparator.comparing(BuildCache::lastUsed).reversed())
              .toList();
      for (Path folder : folders) {
        if (dispensable(folder, folders.indexOf(folder))) {
          Folders.delete(folder);
          Folders.delete(root.resolve(folder.getFileName() + USERS));
        }
      }
    }
  }

  private static boolean ours(Path folder) {
    String name = folder.getFileName().toString();
    return name.startsWith(BUILDING) || CacheKey.isFolderName(name);
  }

  private boolean dispensable(Path folder, int rank) {
    if (folder.getFileName().toString().startsWith(BUILDING)) {
      return lastUsed(folder).isBefore(Instant.now().minus(ABANDONED));
    }
    return rank >= KEPT && !inUse(folder);
  }

  private boolean inUse(Path folder) {
    try (var users = Files.list(root.resolve(folder.getFileName() + USERS))) {
      return users
          .map(user -> Long.parseLong(user.getFileName().toString()))
          .anyMatch(pid -> ProcessHandle.of(pid).isPresent());
    } catch (IOException e) {
      return false;
    }
  }

  private static Instant lastUsed(Path folder) {
    try {
      return Files.getLastModifiedTime(folder).toInstant();
    } catch (IOException e) {
      return Instant.now();
    }
  }
}
