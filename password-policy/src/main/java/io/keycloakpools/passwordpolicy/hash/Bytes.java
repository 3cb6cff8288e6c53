package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** Immutable, compared in constant time, never logged. */
public final class Bytes {

  static final Bytes NONE = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  static Bytes ofText(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] toArray() {
    return content.clone();
  }

  public int length() {
    return content.length;
  }

  boolean isEmpty() {
    return content.length == 0;
  }

  Bytes first(int count) {
    return new Bytes(Arrays.copyOf(content, Math.min(count, content.length)));
  }

  Bytes from(int start) {
    return new Bytes(Arrays.copyOfRange(content, start, content.length));
  }

  Bytes plus(Bytes more) {
    byte[] all = Arrays.copyOf(content, content.length + more.content.length);
    System.arraycopy(more.content, 0, all, content.length, more.content.length);
    return new Bytes(all);
  }

  boolean isHexText() {
    return Encodings.isHex(new String(content, StandardCharsets.ISO_8859_1));
  }

  boolean matches(byte[] computed) {
    return MessageDigest.isEqual(content, computed);
  }

  String base64() {
    return Base64.getEncoder().encodeToString(content);
  }

  /** Without padding, as in PHC strings. */
  String unpaddedBase64() {
    return Base64.getEncoder().withoutPadding().encodeToString(content);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && MessageDigest.isEqual(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return content.length + " bytes";
  }
}
