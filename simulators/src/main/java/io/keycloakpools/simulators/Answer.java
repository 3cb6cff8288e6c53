package io.keycloakpools.simulators;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

public final class Answer {
  static final String TRANSFER_ENCODING = "Transfer-Encoding";

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  public Answer(int status, Map<String, String> headers, String body) {
    this(status, headers, body.getBytes(UTF_8));
  }

  private Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  public static Answer binary(int status, Map<String, String> headers, byte[] body) {
    return new Answer(status, headers, body.clone());
  }

  public Answer with(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }

  /** Returns this answer with a chunked body; without any chunk when the body is empty. */
  public Answer chunked() {
    return with(Map.of(TRANSFER_ENCODING, "chunked"));
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  Answer truncated() {
    return new Answer(status, headers, Arrays.copyOf(body, body.length / 2));
  }

  Answer padded(int bytes) {
    return new Answer(status, headers, SimulatorJson.padded(new String(body, UTF_8), bytes));
  }

  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
