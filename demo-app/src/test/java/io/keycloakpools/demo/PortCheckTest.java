package io.keycloakpools.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {

  @Test
  void aBusyPortIsAProblemWithARemedy() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      assertThatThrownBy(() -> PortCheck.expectFree(port, "--port"))
          .isInstanceOf(Problem.class)
          .hasMessageStartingWith("Port " + port + " cannot be used (")
          .hasMessageEndingWith("). Choose another one with --port.");
    }
  }

  @Test
  void aFreePortIsFine() throws IOException {
    int port;
    try (ServerSocket released = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = released.getLocalPort();
    }
    assertThatCode(() -> PortCheck.expectFree(port, "--port")).doesNotThrowAnyException();
  }
}
