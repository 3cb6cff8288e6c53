package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpRequestBase;
import org.apache.http.impl.client.BasicCookieStore;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClientBuilder;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.client.LaxRedirectStrategy;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonCallsTest {

  private static final String SECRET = "s3cr3t";
  private static final Duration AMPLE = Duration.ofSeconds(20);

  private final BasicCookieStore cookies = new BasicCookieStore();

  /** An admin, or a later Keycloak, may be as lenient. */
  private final HttpClientBuilder lenient =
      HttpClients.custom()
          .setDefaultCookieStore(cookies)
          .setRedirectStrategy(new LaxRedirectStrategy())
          .setDefaultRequestConfig(RequestConfig.custom().setRedirectsEnabled(true).build());

  private final CloseableHttpClient client = lenient.build();

  @AfterEach
  void close() throws IOException {
    client.close();
  }

  @Nested
  final class Answers {

    @Test
    void areJson() throws IOException {
      Reply reply = to("HTTP/1.1 200 OK", "Content-Type: application/json", "{\"name\":\"Ada ü\"}");

      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Answer.class,
              answer -> {
                assertThat(answer.ok()).isTrue();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.text("name")).isEqualTo("Ada ü");
              });
    }

    @Test
    void ofAnErrorAreJsonToo() throws IOException {
      Reply reply =
          to("HTTP/1.1 429 Slow down", "Retry-After: 30", "{\"error\":\"too_many_requests\"}");

      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Answer.class,
              answer -> {
                assertThat(answer.ok()).isFalse();
                assertThat(answer.status()).isEqualTo(429);
                assertThat(answer.text("error")).isEqualTo("too_many_requests");
                assertThat(answer.headers()).containsEntry("retry-after", "30");
              });
    }

    @Test
    void haveTheFirstOfEachHeader() throws IOException {
      Reply reply = to("HTTP/1.1 200 OK", "X-Limit: 1\r\nx-limit: 2\r\nX-Empty:", "{}");

      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Answer.class,
              answer ->
                  assertThat(answer.headers())
                      .containsEntry("x-limit", "1")
                      .containsEntry("x-empty", ""));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "<!DOCTYPE html><html><body>Bad gateway</body></html>",
          "{\"name\":\"Ada",
          "[1,",
          "nonsense",
          "\u0000\u0001"
        })
    void thatAreNoJsonHaveNoBody(String body) throws IOException {
      assertThat(to("HTTP/1.1 200 OK", "Content-Type: application/json", body))
          .isInstanceOfSatisfying(
              Reply.Answer.class,
              answer -> {
                assertThat(answer.ok()).isFalse();
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().isMissingNode()).isTrue();
              });
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void withoutABodyAreAnswers(String status) throws IOException {
      assertThat(toRaw("HTTP/1.1 " + status + "\r\n\r\n"))
          .isInstanceOfSatisfying(
              Reply.Answer.class,
              answer -> {
                assertThat(answer.ok()).isFalse();
                assertThat(answer.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
              });
    }

    /** JSON may be nested to any depth without breaking its reader. */
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void thatAreNestedTooDeepHaveNoBody(String open) throws IOException {
      assertThat(to("HTTP/1.1 200 OK", "X: y", open.repeat(200_000)))
          .isInstanceOfSatisfying(Reply.Answer.class, answer -> assertThat(answer.ok()).isFalse());
    }

    @Test
    void asLargeAsAllowedAreRead() throws IOException {
      String text = "a".repeat(JsonCalls.LARGEST_ANSWER - 2);

      assertThat(to("HTTP/1.1 200 OK", "X: y", '"' + text + '"'))
          .isInstanceOfSatisfying(Reply.Answer.class, answer -> assertThat(answer.ok()).isTrue());
    }

    @Test
    void leaveTheConnectionToTheNextCall() throws IOException {
      try (RawServer server =
          RawServer.answering("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}")) {
        send(get(server), AMPLE);
        send(get(server), AMPLE);

        assertThat(server.requests()).hasSize(2);
        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  @Nested
  final class AnswersThatAreTooLarge {

    private static final String CHUNK = "10000\r\n" + " ".repeat(0x10000) + "\r\n";

    /** The server sends more while somebody reads. */
    @Test
    void areCutOff() throws Exception {
      try (RawServer server =
          RawServer.start(
              connection -> {
                connection.readRequest();
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                connection.pour(CHUNK);
              })) {
        assertFailed(send(get(server), AMPLE)).contains("more than");
        assertThat(server.wasHungUpOn()).isTrue();
      }
    }

    @Test
    void areCutOffWhateverTheyAnnounce() throws Exception {
      try (RawServer server =
          RawServer.start(
              connection -> {
                connection.readRequest();
                connection.write("HTTP/1.1 500 Oops\r\nContent-Length: 10000000000\r\n\r\n");
                connection.pour(" ".repeat(0x10000));
              })) {
        assertFailed(send(get(server), AMPLE)).contains("more than");
        assertThat(server.wasHungUpOn()).isTrue();
      }
    }

    @Test
    void byOneByteAreCutOff() throws IOException {
      String text = "a".repeat(JsonCalls.LARGEST_ANSWER - 1);

      assertFailed(to("HTTP/1.1 200 OK", "X: y", '"' + text + '"')).contains("more than");
    }

    @Test
    void onceUnpackedAreCutOff() throws IOException {
      byte[] bomb = packed(64 * 1024 * 1024);
      assertThat(bomb.length).isLessThan(100_000);
      try (RawServer server =
          RawServer.start(
              connection -> {
                connection.readRequest();
                connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                        .formatted(bomb.length));
                connection.write(bomb);
                connection.hang();
              })) {
        assertFailed(send(get(server), AMPLE)).contains("more than");
      }
    }

    private static byte[] packed(int size) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      byte[] spaces = " ".repeat(0x10000).getBytes(StandardCharsets.UTF_8);
      try (OutputStream out = new GZIPOutputStream(packed)) {
        for (int i = 0; i < size / spaces.length; i++) {
          out.write(spaces);
        }
      }
      return packed.toByteArray();
    }
  }

  @Nested
  final class Redirects {

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areNotFollowedAndTheirTargetLearnsNothing(int status) throws IOException {
      try (RawServer target =
              RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
          RawServer server =
              RawServer.answering(
                  "HTTP/1.1 %d Go\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                      .formatted(status, target.uri("/steal")))) {
        HttpGet get = get(server);
        get.setHeader("Authorization", "Bearer " + SECRET);
        HttpPost post = new HttpPost(server.uri("/oauth/token"));
        post.setEntity(OnceEntity.form(Map.of("client_secret", SECRET)));

        assertThat(send(get, AMPLE))
            .isInstanceOf(Reply.Answer.class)
            .hasToString("Answer[" + status + "]");
        assertThat(send(post, AMPLE))
            .isInstanceOf(Reply.Answer.class)
            .hasToString("Answer[" + status + "]");
        assertThat(server.requests()).as("both arrived").hasSize(2);
        assertThat(target.connections()).isZero();
      }
    }

    /** Without this, the test above would prove nothing. */
    @Test
    void areFollowedByTheSameClientWithoutUs() throws IOException {
      try (RawServer target =
              RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
          RawServer server =
              RawServer.answering(
                  "HTTP/1.1 302 Go\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                      .formatted(target.uri("/steal")))) {
        HttpGet get = get(server);
        get.setHeader("Authorization", "Bearer " + SECRET);
        try (CloseableHttpResponse response = client.execute(get)) {
          assertThat(response.getStatusLine().getStatusCode()).isEqualTo(200);
        }

        assertThat(target.requests()).singleElement().asString().contains(SECRET);
      }
    }
  }

  @Nested
  final class Requests {

    @Test
    void askForJson() throws IOException {
      try (RawServer server =
          RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
        send(get(server), AMPLE);

        assertThat(server.requests())
            .singleElement()
            .asString()
            .contains("Accept: application/json\r\n");
      }
    }

    @Test
    void sendNoCookieBack() throws IOException {
      try (RawServer server =
          RawServer.answering(
              "HTTP/1.1 200 OK\r\nSet-Cookie: did=1; Path=/\r\nContent-Length: 2\r\n\r\n{}")) {
        send(get(server), AMPLE);
        send(get(server), AMPLE);

        assertThat(server.requests()).hasSize(2).noneMatch(request -> request.contains("Cookie"));
        assertThat(cookies.getCookies()).isEmpty();
      }
    }

    /** The directory chooses the user identifiers in the path. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/users/auth0%7C1",
          "/users/a%2Fb",
          "/users/a%2F..%2Fb",
          "/users/%2E%2E/x",
          "/users/a%20%2B%25?q=email%3A%22a%2Bb%40example.com%22",
        })
    void goWhereTheySay(String path) throws IOException {
      try (RawServer server =
          RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
        send(new HttpGet(server.uri(path)), AMPLE);

        assertThat(server.requests()).singleElement().asString().startsWith("GET " + path + " ");
      }
    }
  }

  @Nested
  final class Failures {

    @Test
    void ofTheConnection() throws IOException {
      URI nobody;
      try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        nobody = URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
      }

      assertFailed(send(new HttpGet(nobody), AMPLE)).contains("ConnectException");
    }

    @Test
    void ofTheName() {
      assertFailed(send(new HttpGet("http://nobody.invalid/"), AMPLE))
          .contains("UnknownHostException");
    }

    @Test
    void byAReset() throws IOException {
      assertFailed(
          to(
              connection -> {
                connection.readRequest();
                connection.reset();
              },
              AMPLE));
    }

    @Test
    void byAResetWithinTheAnswer() throws IOException {
      assertFailed(
          to(
              connection -> {
                connection.readRequest();
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"name\":");
                connection.reset();
              },
              AMPLE));
    }

    @Test
    void byNoAnswer() throws IOException {
      assertFailed(to(RawServer.Connection::readRequest, AMPLE));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Content-Length: 100\r\n\r\n{}",
          "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n",
          "Transfer-Encoding: chunked\r\n\r\nnonsense\r\n{}\r\n",
          "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
          "no header\r\n\r\n{}",
          ": no name\r\n\r\n{}",
        })
    void byAnAnswerThatIsCutShortOrBroken(String answer) throws IOException {
      assertThat(toRaw("HTTP/1.1 200 OK\r\n" + answer)).isInstanceOf(Reply.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense\r\n\r\n", "HTTP/1.1 nonsense\r\n\r\n", "\r\n\r\n"})
    void bySomethingThatIsNotHttp(String answer) throws IOException {
      assertThat(toRaw(answer)).isInstanceOf(Reply.Failed.class);
    }

    @Test
    void repeatNothingThatWasSent() throws IOException {
      try (RawServer server = RawServer.start(RawServer.Connection::readRequest)) {
        HttpPost post = new HttpPost(server.uri("/" + SECRET));
        post.setHeader("Authorization", SECRET);
        post.setEntity(OnceEntity.form(Map.of("password", SECRET)));

        assertThat(send(post, AMPLE).toString()).contains("Failed").doesNotContain(SECRET);
      }
    }
  }

  /** The server never answers: a call that is not aborted ends with the test. */
  @Nested
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  final class AtTheDeadline {

    /** The real clock: each case is another state of the socket in which waiting must end. */
    private static final Duration SHORT = Duration.ofMillis(200);

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "silence          | ''",
          "half a head      | 'HTTP/1.1 200 OK\r\nX: y'",
          "no body          | 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n'",
          "half a body      | 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\":'",
          "an open end      | 'HTTP/1.1 200 OK\r\n\r\n{}'",
        })
    void whoHangsIsGivenUp(String kind, String beginning) throws IOException {
      assertGivenUp(
          connection -> {
            connection.readRequest();
            connection.write(beginning);
            connection.hang();
          });
    }

    @Test
    void whoNeverReadsIsGivenUp() throws IOException {
      assertGivenUp(RawServer.Connection::hang);
    }

    @Test
    void whoDripsHeadersIsGivenUp() throws IOException {
      assertGivenUp(
          connection -> {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\n");
            connection.drip("X: y\r\n");
          });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000", "Connection: close"})
    void whoDripsABodyIsGivenUp(String header) throws IOException {
      assertGivenUp(
          connection -> {
            connection.readRequest();
            connection.write("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n");
            connection.drip(" ");
          });
    }

    @Test
    void whoOnlySaysToGoOnIsGivenUp() throws IOException {
      assertGivenUp(
          connection -> {
            connection.readRequest();
            connection.drip("HTTP/1.1 100 Continue\r\n\r\n");
          });
    }

    /** Keycloak's client sleeps before a retry and does not notice the deadline. */
    @Test
    void aClientThatSleepsBeforeItTriesAgainIsGivenUp() throws IOException {
      try (CloseableHttpClient sleepy =
              lenient.setRetryHandler(new RetriesAsInKeycloak(60_000)).build();
          RawServer server = RawServer.start(RawServer.Connection::readRequest)) {
        assertGivenUp(new JsonCalls(sleepy), get(server));
      }
    }

    @Test
    void aClientWithoutAFreeConnectionIsGivenUp() throws IOException {
      try (CloseableHttpClient single = lenient.setMaxConnTotal(1).build();
          RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
          CloseableHttpResponse busy = single.execute(get(server))) {
        assertThat(busy.getStatusLine().getStatusCode()).isEqualTo(200);
        assertGivenUp(new JsonCalls(single), get(server));
      }
    }

    @Test
    void theNextCallIsNotTouched() throws IOException {
      try (RawServer server =
          RawServer.start(
              connection -> {
                while (connection.readRequest()) {
                  if (connection.lastRequest().startsWith("GET /hang")) {
                    connection.hang();
                  }
                  connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                }
              })) {
        JsonCalls calls = new JsonCalls(client);
        for (int i = 0; i < 3; i++) {
          assertThat(
                  calls.send(new HttpGet(server.uri("/hang")), Deadline.in(Duration.ofMillis(50))))
              .isInstanceOf(Reply.Failed.class);
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
          assertThat(calls.send(get(server), Deadline.in(AMPLE))).hasToString("Answer[200]");
        }
      }
    }

    @Test
    void whatFallsIntoAnAnswerTouchesNothingElse() throws IOException {
      try (RawServer server =
          RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
        JsonCalls calls = new JsonCalls(client);
        for (int i = 0; i < 300; i++) {
          Deadline close = Deadline.in(Duration.ofNanos(i % 30 * 100_000L));

          assertThat(calls.send(get(server), close)).isNotNull();
          assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        assertThat(calls.send(get(server), Deadline.in(AMPLE))).hasToString("Answer[200]");
      }
    }

    @Test
    void thatIsOverNothingIsWaitedFor() throws IOException {
      try (RawServer server = RawServer.start(RawServer.Connection::hang)) {
        assertFailed(new JsonCalls(client).send(get(server), Deadline.in(Duration.ofSeconds(-1))));
      }
    }

    /** An external interrupt must be preserved. */
    @Test
    void anInterruptIsPassedOn() throws IOException {
      try (CloseableHttpClient sleepy =
              lenient.setRetryHandler(new RetriesAsInKeycloak(60_000)).build();
          RawServer server = RawServer.start(RawServer.Connection::readRequest)) {
        Thread.currentThread().interrupt();

        assertFailed(new JsonCalls(sleepy).send(get(server), Deadline.in(AMPLE)));
        assertThat(Thread.interrupted()).isTrue();
      }
    }

    private void assertGivenUp(RawServer.Conduct conduct) throws IOException {
      try (RawServer server = RawServer.start(conduct)) {
        assertGivenUp(new JsonCalls(client), get(server));
      }
    }

    private static void assertGivenUp(JsonCalls calls, HttpRequestBase request) {
      assertFailed(calls.send(request, Deadline.in(SHORT))).isEqualTo("no answer in time");
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  /** Apache's client alone makes four attempts. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLostConnectionIsNotMadeAgain(boolean keycloakRetries) throws IOException {
    HttpClientBuilder builder = HttpClientBuilder.create();
    if (keycloakRetries) {
      builder.setRetryHandler(new RetriesAsInKeycloak(0));
    }
    try (CloseableHttpClient repeats = builder.build();
        RawServer server = RawServer.start(RawServer.Connection::readRequest)) {
      assertFailed(new JsonCalls(repeats).send(get(server), Deadline.in(AMPLE)))
          .isEqualTo("the connection was lost");
      assertThat(server.requests()).hasSize(1);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html                | {}        | JSON",
        "text/plain               | {}        | JSON",
        "X: no media type         | {}        | JSON",
        "text/html; charset=UTF-8 | Not Found | TEXT",
        "text/html                | <html>    | PAGE",
        "application/json         | {         | UNREADABLE"
      })
  void theBodySaysWhatItIsAndNotItsHeader(String type, String body, Content content)
      throws IOException {
    String header = type.startsWith("X:") ? type : "Content-Type: " + type;

    assertThat(to("HTTP/1.1 404 Not Found", header, body))
        .isInstanceOfSatisfying(
            Reply.Answer.class, answer -> assertThat(answer.content()).isEqualTo(content));
  }

  /** PHP behind nginx sends this. */
  @Test
  void aChunkedBodyWithoutAChunkIsNothing() throws IOException {
    assertThat(
            toRaw(
                String.join(
                    "\r\n",
                    "HTTP/1.1 404 Not Found",
                    "Content-Type: text/html; charset=UTF-8",
                    "Transfer-Encoding: chunked",
                    "",
                    "0",
                    "",
                    "")))
        .isInstanceOfSatisfying(
            Reply.Answer.class, answer -> assertThat(answer.content()).isEqualTo(Content.NOTHING));
  }

  @Test
  void showsNothingSecret() throws IOException {
    JsonCalls calls = new JsonCalls(client);
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK\r\nSet-Cookie: a=%1$s\r\nContent-Length: %2$d\r\n\r\n\"%1$s\""
                .formatted(SECRET, SECRET.length() + 2))) {
      HttpPost post = new HttpPost(server.uri("/"));
      post.setHeader("Authorization", "Bearer " + SECRET);
      post.setEntity(OnceEntity.form(Map.of("password", SECRET)));
      Reply reply = calls.send(post, Deadline.in(AMPLE));

      assertThat(server.requests()).singleElement().asString().contains(SECRET);
      assertThat(reply).isInstanceOf(Reply.Answer.class);
      assertThat(reply.toString() + post).doesNotContain(SECRET);
    }
  }

  @Test
  void aConnectionThatTheServerHasClosedIsNotUsedForAPassword() throws Exception {
    try (RawServer server =
        RawServer.start(
            connection -> {
              connection.readRequest();
              connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
            })) {
      assertThat(send(get(server), AMPLE)).isInstanceOf(Reply.Answer.class);
      assertThat(server.hungUp()).isTrue();
      HttpPost post = new HttpPost(server.uri("/"));
      post.setEntity(OnceEntity.form(Map.of("password", SECRET)));

      assertThat(send(post, AMPLE)).isInstanceOf(Reply.Answer.class);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  private Reply to(String statusLine, String headers, String body) throws IOException {
    return toRaw(
        statusLine
            + "\r\n"
            + headers
            + "\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n\r\n"
            + body);
  }

  private Reply toRaw(String answer) throws IOException {
    return to(
        connection -> {
          connection.readRequest();
          connection.write(answer);
        },
        AMPLE);
  }

  private Reply to(RawServer.Conduct conduct, Duration time) throws IOException {
    try (RawServer server = RawServer.start(conduct)) {
      return send(get(server), time);
    }
  }

  private Reply send(HttpRequestBase request, Duration time) {
    return new JsonCalls(client).send(request, Deadline.in(time));
  }

  private static HttpGet get(RawServer server) {
    return new HttpGet(server.uri("/"));
  }

  private static AbstractStringAssert<?> assertFailed(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Failed.class);
    return assertThat(reply instanceof Reply.Failed failed ? failed.outage().reason() : "");
  }
}
