package io.keycloakpools.simulators;

import java.net.URI;
import java.time.Duration;
import java.util.List;

public record Trouble(String name, Fault fault) {

  public static List<Trouble> ofAnyServer() {
    return List.of(
        new Trouble("hang", Fault.hang()),
        new Trouble("latency", Fault.latency(Duration.ofSeconds(5))),
        new Trouble("slow drip", Fault.slowDrip(Duration.ofMillis(50))),
        new Trouble("reset", Fault.connectionReset()),
        new Trouble("502 with HTML", html(502)),
        new Trouble("503 with nothing", Fault.http(503, "text/plain", "")),
        new Trouble("403 with HTML", html(403)),
        new Trouble("404 with HTML", html(404)),
        new Trouble("200 with HTML", html(200)),
        new Trouble("truncated JSON", Fault.truncatedJson()),
        new Trouble("10 MB answer", Fault.hugeAnswer(10_000_000)),
        new Trouble("redirect", Fault.redirect(URI.create("http://127.0.0.1:9/portal"))));
  }

  /** Whether only a time limit of the client ends the call, at least for some seconds. */
  public boolean endless() {
    return fault instanceof Fault.Hang
        || fault instanceof Fault.Latency
        || fault instanceof Fault.SlowDrip;
  }

  private static Fault html(int status) {
    return Fault.http(status, "text/html", "<html>A proxy says " + status + "</html>");
  }

  @Override
  public String toString() {
    return name;
  }
}
