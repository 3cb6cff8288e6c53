package io.keycloakpools.harness.server;

import io.keycloakpools.harness.FreePorts;
import java.net.URI;

/** The two ports of a server on the loopback interface. */
record Ports(int http, int management) {
  static Ports random() {
    int http = FreePorts.any();
    int management = FreePorts.any();
    return http == management ? random() : new Ports(http, management);
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + http);
  }

  URI managementUrl() {
    return URI.create("http://127.0.0.1:" + management);
  }
}
