package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * An authenticator app of a user (RFC 6238).
 *
 * @param secret the shared secret, as {@code encoding} says
 * @param label what the user calls the app
 * @param digits of a code
 * @param period of a code, in seconds
 * @param algorithm {@code HmacSHA1}, {@code HmacSHA256} or {@code HmacSHA512}
 * @param encoding {@code BASE32}; without one the secret is the text's bytes in UTF-8 ({@code
 *     OTPCredentialModel})
 */
public record Totp(
    String secret,
    Optional<String> label,
    int digits,
    int period,
    String algorithm,
    Optional<String> encoding) {

  /** Without the secret. */
  @Override
  public String toString() {
    return "Totp[" + algorithm + ", " + digits + ", " + period + "]";
  }
}
