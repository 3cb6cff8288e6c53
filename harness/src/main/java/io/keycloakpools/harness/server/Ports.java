package io.keycloakpools.harness.server;

import io.keycloakpools.harness.FreePorts;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * The ports of a server on the loopback interface.
 *
 * @param cluster where other nodes find it, if it is one of several
 */
public record Ports(int http, int management, int cluster) {
  public static Ports random() {
    List<Integer> ports = Stream.generate(FreePorts::any).distinct().limit(3).toList();
    return new Ports(ports.get(0), ports.get(1), ports.get(2));
  }

  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + http);
  }

  public URI managementUrl() {
    return URI.create("http://127.0.0.1:" + management);
  }
}
