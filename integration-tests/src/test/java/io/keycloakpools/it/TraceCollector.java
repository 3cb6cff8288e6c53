package io.keycloakpools.it;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;

/** Receives a server's spans: OTLP over HTTP. */
public final class TraceCollector implements AutoCloseable {

  private final HttpServer server;
  private final List<Span> spans = new CopyOnWriteArrayList<>();

  private TraceCollector(HttpServer server) {
    this.server = server;
  }

  static TraceCollector start() {
    try {
      InetAddress loopback = InetAddress.getLoopbackAddress();
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
      TraceCollector collector = new TraceCollector(server);
      server.createContext("/v1/traces", collector::receive);
      server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Waits until the spans of a trace meet the condition; fails after three minutes. */
  List<Span> await(String traceId, Predicate<List<Span>> condition) {
    return Awaitility.await("spans of the trace")
        .atMost(Duration.ofMinutes(3))
        .until(() -> of(traceId), condition);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private List<Span> of(String traceId) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      String coding = exchange.getRequestHeaders().getFirst("Content-Encoding");
      InputStream body = exchange.getRequestBody();
      record(
          ExportTraceServiceRequest.parseFrom(
              "gzip".equals(coding) ? new GZIPInputStream(body) : body));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void record(ExportTraceServiceRequest request) {
    spans.addAll(
        request.getResourceSpansList().stream()
            .flatMap(resource -> resource.getScopeSpansList().stream())
            .flatMap(scope -> scope.getSpansList().stream())
            .map(TraceCollector::span)
            .toList());
  }

  private static Span span(io.opentelemetry.proto.trace.v1.Span span) {
    return new Span(
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getName(),
        span.getStatus().getCodeValue(),
        span.getAttributesList().stream()
            .collect(
                Collectors.toMap(
                    KeyValue::getKey, attribute -> attribute.getValue().getStringValue())));
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }
}
