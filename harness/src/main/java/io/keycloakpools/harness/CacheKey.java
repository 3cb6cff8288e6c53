package io.keycloakpools.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of everything a cached thing is made from, in the order it is added. */
public final class CacheKey {
  private static final int LENGTH = 32;
  private final MessageDigest digest = sha256();

  /** Starts with a name that also shows in the folder, such as {@code keycloak}. */
  public static CacheKey of(String kind) {
    return new CacheKey().add(kind);
  }

  /** Adds a text. */
  public CacheKey add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    return this;
  }

  /** Adds a file's name and content. */
  public CacheKey addFile(Path file) throws IOException {
    MessageDigest content = sha256();
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), content)) {
      in.transferTo(out);
    }
    return add(file.getFileName().toString()).add(HexFormat.of().formatHex(content.digest()));
  }

  /** Closes the key: a folder name. */
  public String folderName() {
    return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
  }

  static boolean isFolderName(String name) {
    return name.matches("[0-9a-f]{" + LENGTH + "}");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
