package io.keycloakpools.passwordpolicy.hash;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

public enum PasswordEncoding {
  UTF8("utf8", StandardCharsets.UTF_8),
  UTF16LE("utf16le", StandardCharsets.UTF_16LE),
  LATIN1("latin1", StandardCharsets.ISO_8859_1);

  private final String code;
  private final Charset charset;

  PasswordEncoding(String code, Charset charset) {
    this.code = code;
    this.charset = charset;
  }

  /** Node.js's names; its {@code ascii} and {@code binary} are latin1. */
  static Optional<PasswordEncoding> named(String name) {
    return switch (name) {
      case "ucs2" -> Optional.of(UTF16LE);
      case "ascii", "binary" -> Optional.of(LATIN1);
      default -> Arrays.stream(values()).filter(each -> each.code.equals(name)).findFirst();
    };
  }

  String code() {
    return code;
  }

  byte[] bytes(String password) {
    return password.getBytes(charset);
  }
}
