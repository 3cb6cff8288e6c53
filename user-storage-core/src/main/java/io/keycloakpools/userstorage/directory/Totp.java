package io.keycloakpools.userstorage.directory;

import java.util.Optional;

/**
 * An authenticator app of a user (RFC 6238).
 *
 * @param label the user's name for the app
 * @param period validity of a code, in seconds
 * @param algorithm {@code HmacSHA1}, {@code HmacSHA256} or {@code HmacSHA512}
 * @param encoding {@code BASE32}; if empty, the secret is the text's UTF-8 bytes ({@code
 *     OTPCredentialModel})
 */
public record Totp(
    String secret,
    Optional<String> label,
    int digits,
    int period,
    String algorithm,
    Optional<String> encoding) {

  /** Omits the secret. */
  @Override
  public String toString() {
    return "Totp[" + algorithm + ", " + digits + ", " + period + "]";
  }
}
