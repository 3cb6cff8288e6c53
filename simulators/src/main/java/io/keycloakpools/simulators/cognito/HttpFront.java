package io.keycloakpools.simulators.cognito;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

final class HttpFront implements HttpHandler {
  private final Service service;
  private final Faults faults;

  HttpFront(Service service, Faults faults) {
    this.service = service;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest request = HttpRequest.of(exchange);
      FaultHit hit = faults.take(request.operation());
      service.record(request);
      if (hit.waitOut()) {
        answer(exchange, request, hit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, HttpRequest request, FaultHit hit)
      throws IOException, InterruptedException {
    Fault fault = hit.decisive().orElse(null);
    if (fault instanceof Fault.ConnectionReset) {
      return;
    }
    if (fault instanceof Fault.Reply reply) {
      send(exchange, new Answer(reply.status(), reply.headers(), reply.body()));
      return;
    }
    Answer usual = service.answer(request);
    if (fault instanceof Fault.TruncatedJson) {
      send(exchange, usual.with(usual.body().substring(0, usual.body().length() / 2)));
    } else if (fault instanceof Fault.HugeAnswer huge) {
      send(exchange, usual.with(padded(usual.body(), huge.bytes())));
    } else if (fault instanceof Fault.SlowDrip drip) {
      drip(exchange, usual, drip.pause(), hit);
    } else {
      send(exchange, usual);
    }
  }

  private static String padded(String json, int bytes) {
    String rest = json.equals("{}") ? "}" : "," + json.substring(1);
    return "{\"Padding\":\"" + "x".repeat(bytes) + "\"" + rest;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    start(exchange, answer, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void drip(HttpExchange exchange, Answer answer, Duration pause, FaultHit hit)
      throws IOException, InterruptedException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    start(exchange, answer, body.length);
    OutputStream out = exchange.getResponseBody();
    for (byte each : body) {
      if (!hit.pause(pause)) {
        return;
      }
      out.write(each);
      out.flush();
    }
  }

  private static void start(HttpExchange exchange, Answer answer, int length) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
  }
}
