package io.keycloakpools.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * Takes the spans of a server: OTLP over HTTP ({@code opentelemetry-proto}, {@code
 * ExportTraceServiceRequest}).
 */
public final class TraceCollector implements AutoCloseable {

  private final HttpServer server;
  private final List<Span> spans = new ArrayList<>();

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  static TraceCollector start() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      TraceCollector collector = new TraceCollector(server);
      server.createContext("/v1/traces", collector::take);
      server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The spans of a trace, once they are such; fails after a while. */
  synchronized List<Span> await(String traceId, Predicate<List<Span>> such)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (!such.test(of(traceId))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("Not the spans that were waited for: " + of(traceId));
      }
      wait(left);
    }
    return of(traceId);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private List<Span> of(String traceId) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String coding = exchange.getRequestHeaders().getFirst("Content-Encoding");
      InputStream body = exchange.getRequestBody();
      add(new Protobuf(("gzip".equals(coding) ? new GZIPInputStream(body) : body).readAllBytes()));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private synchronized void add(Protobuf request) {
    for (Protobuf resource : request.messages(1)) {
      for (Protobuf scope : resource.messages(2)) {
        scope.messages(2).forEach(span -> spans.add(span(span)));
      }
    }
    notifyAll();
  }

  private static Span span(Protobuf span) {
    HexFormat hex = HexFormat.of();
    Map<String, String> attributes = new HashMap<>();
    for (Protobuf attribute : span.messages(9)) {
      attributes.put(
          attribute.text(1), attribute.message(2).map(value -> value.text(1)).orElse(""));
    }
    return new Span(
        hex.formatHex(span.bytes(1)),
        hex.formatHex(span.bytes(2)),
        hex.formatHex(span.bytes(4)),
        span.text(5),
        span.message(15).map(status -> status.number(3)).orElse(0),
        attributes);
  }
}
