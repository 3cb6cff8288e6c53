package io.keycloakpools.simulators;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

final class HttpFront<O extends Enum<O>, R> implements HttpHandler {
  private final SimulatedService<O, R> service;
  private final Faults<O> faults;
  private final Requests<O, R> requests;
  private final InstantSource clock;

  HttpFront(
      SimulatedService<O, R> service,
      Faults<O> faults,
      Requests<O, R> requests,
      InstantSource clock) {
    this.service = service;
    this.faults = faults;
    this.requests = requests;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpRequest request = HttpRequest.of(exchange);
      Optional<O> operation = service.operation(request);
      FaultHit hit = faults.take(operation);
      requests.record(operation, service.describe(request, clock.instant()));
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
      send(exchange, reply.answer());
      return;
    }
    Answer usual = service.answer(request);
    if (fault instanceof Fault.TruncatedJson) {
      send(exchange, usual.truncated());
    } else if (fault instanceof Fault.HugeAnswer huge) {
      send(exchange, usual.padded(huge.bytes()));
    } else if (fault instanceof Fault.SlowDrip drip) {
      drip(exchange, usual, drip.pause(), hit);
    } else {
      send(exchange, usual);
    }
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    start(exchange, answer);
    exchange.getResponseBody().write(answer.body());
  }

  private void drip(HttpExchange exchange, Answer answer, Duration pause, FaultHit hit)
      throws IOException, InterruptedException {
    start(exchange, answer);
    OutputStream out = exchange.getResponseBody();
    for (byte each : answer.body()) {
      if (!hit.pause(pause)) {
        return;
      }
      out.write(each);
      out.flush();
    }
  }

  private void start(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    service.commonHeaders().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), length(answer));
  }

  /** In HttpExchange, 0 means a chunked body, which may have no chunk, and -1 means no body. */
  private static int length(Answer answer) {
    if (answer.headers().containsKey(Answer.TRANSFER_ENCODING)) {
      return 0;
    }
    return answer.body().length == 0 ? -1 : answer.body().length;
  }
}
