package io.keycloakpools.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 of everything that a cached folder is made from, in the order added. */
public final class CacheKey {
  private static final int LENGTH = 32;
  private final MessageDigest digest = Sha256.digest();

  /** The name also shows in the folder, such as {@code keycloak}. */
  public static CacheKey of(String kind) {
    return new CacheKey().add(kind);
  }

  public CacheKey add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    return this;
  }

  public CacheKey addFile(Path file) throws IOException {
    return add(file.getFileName().toString()).add(Sha256.of(file));
  }

  public String folderName() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
  }

  static boolean isFolderName(String name) {
    return name.matches("[0-9a-f]{" + LENGTH + "}");
  }
}
