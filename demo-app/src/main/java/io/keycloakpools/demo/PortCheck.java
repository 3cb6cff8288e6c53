package io.keycloakpools.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Reports an unavailable port before anything slow begins. */
final class PortCheck {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private PortCheck() {}

  static void expectFree(int port, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
    } catch (IOException e) {
      throw new Problem(
          "Port %d cannot be used (%s). Choose another one with %s."
              .formatted(port, e.getMessage(), option));
    }
  }
}
