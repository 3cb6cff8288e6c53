package io.keycloakpools.harness.server;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The first administrator of a server; {@link #toString()} hides the password. */
public record AdminAccount(String username, String password) {
  public static AdminAccount random() {
    byte[] bytes = new byte[16];
    new SecureRandom().nextBytes(bytes);
    return new AdminAccount("admin", HexFormat.of().formatHex(bytes));
  }

  @Override
  public String toString() {
    return "AdminAccount[" + username + "]";
  }
}
