package io.keycloakpools.simulators.cognito;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
      service.record(request);
      List<Fault> hits = faults.take(request.operation());
      for (Fault fault : hits) {
        if (!faults.waitOut(fault)) {
          return;
        }
      }
      answer(exchange, request, hits.stream().filter(each -> !Faults.delays(each)).findFirst());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange, HttpRequest request, Optional<Fault> fault)
      throws IOException, InterruptedException {
    Fault hit = fault.orElse(null);
    if (hit instanceof Fault.ConnectionReset) {
      return;
    }
    if (hit instanceof Fault.Reply reply) {
      send(exchange, new Answer(reply.status(), reply.headers(), reply.body()));
      return;
    }
    Answer usual = service.answer(request);
    if (hit instanceof Fault.TruncatedJson) {
      send(exchange, usual.with(usual.body().substring(0, usual.body().length() / 2)));
    } else if (hit instanceof Fault.HugeAnswer huge) {
      send(exchange, usual.with(padded(usual.body(), huge.bytes())));
    } else if (hit instanceof Fault.SlowDrip drip) {
      drip(exchange, usual, drip);
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

  private void drip(HttpExchange exchange, Answer answer, Fault.SlowDrip drip)
      throws IOException, InterruptedException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    start(exchange, answer, body.length);
    OutputStream out = exchange.getResponseBody();
    for (byte each : body) {
      if (!faults.pause(drip.pause())) {
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
