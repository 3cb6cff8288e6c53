package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpEntity;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.message.BasicNameValuePair;
import org.apache.http.util.EntityUtils;
import org.junit.jupiter.api.Test;

final class OnceEntityTest {

  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

  @Test
  void isAFormInUtf8() throws IOException {
    HttpEntity form = OnceEntity.form(Map.of("password", "Grüße & €=+ %"));

    assertThat(form.getContentType().getValue())
        .isEqualTo("application/x-www-form-urlencoded; charset=UTF-8");
    assertThat(EntityUtils.toString(form))
        .isEqualTo("password=Gr%C3%BC%C3%9Fe+%26+%E2%82%AC%3D%2B+%25");
    assertThat(form.isRepeatable()).isFalse();
  }

  @Test
  void isJsonInUtf8() throws IOException {
    HttpEntity json =
        OnceEntity.json(JsonNodeFactory.instance.objectNode().put("password", "Grüße\""));

    assertThat(json.getContentType().getValue()).isEqualTo("application/json; charset=UTF-8");
    assertThat(EntityUtils.toByteArray(json))
        .isEqualTo("{\"password\":\"Grüße\\\"\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(json.isRepeatable()).isFalse();
    assertThat(json.toString()).doesNotContain("password");
  }

  @Test
  void arrivesWholeWithItsLength() throws IOException {
    try (RawServer server = RawServer.answering(OK);
        CloseableHttpClient client = retrying()) {
      send(client, server, OnceEntity.form(Map.of("password", "secret")));

      assertThat(server.requests())
          .singleElement()
          .asString()
          .contains("Content-Length: 15\r\n")
          .doesNotContain("Transfer-Encoding")
          .endsWith("\r\n\r\npassword=secret");
    }
  }

  @Test
  void arrivesOnceWhenTheConnectionIsDropped() throws IOException {
    try (RawServer server = RawServer.start(RawServer.Connection::readRequest);
        CloseableHttpClient client = retrying()) {
      assertThatThrownBy(() -> send(client, server, OnceEntity.form(Map.of("password", "secret"))))
          .isInstanceOf(IOException.class);

      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void arrivesOnceWhenTheConnectionIsReset() throws IOException {
    try (RawServer server =
            RawServer.start(
                connection -> {
                  connection.readRequest();
                  connection.reset();
                });
        CloseableHttpClient client = retrying()) {
      assertThatThrownBy(() -> send(client, server, OnceEntity.form(Map.of("password", "secret"))))
          .isInstanceOf(IOException.class);

      assertThat(server.requests()).hasSize(1);
    }
  }

  /** A server may close a kept connection while the next request is under way. */
  @Test
  void arrivesOnceOverAConnectionThatWasKept() throws IOException {
    try (RawServer server =
            RawServer.start(
                connection -> {
                  connection.readRequest();
                  connection.write(OK);
                  connection.readRequest();
                });
        CloseableHttpClient client = retrying()) {
      send(client, server, OnceEntity.form(Map.of("password", "first")));
      assertThatThrownBy(() -> send(client, server, OnceEntity.form(Map.of("password", "second"))))
          .isInstanceOf(IOException.class);

      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.requests()).filteredOn(request -> request.endsWith("second")).hasSize(1);
    }
  }

  /** Without it, the same client repeats the password. */
  @Test
  void anyOtherFormArrivesAsOftenAsTheClientTries() throws IOException {
    UrlEncodedFormEntity form =
        new UrlEncodedFormEntity(
            List.of(new BasicNameValuePair("password", "secret")), StandardCharsets.UTF_8);
    try (RawServer server = RawServer.start(RawServer.Connection::readRequest);
        CloseableHttpClient client = retrying()) {
      assertThatThrownBy(() -> send(client, server, form)).isInstanceOf(IOException.class);

      assertThat(server.requests()).hasSize(1 + RetriesAsInKeycloak.MOST);
    }
  }

  @Test
  void showsNothingOfTheForm() {
    assertThat(OnceEntity.form(Map.of("password", "secret")).toString())
        .doesNotContain("password")
        .doesNotContain("secret");
  }

  private static CloseableHttpClient retrying() {
    return HttpClients.custom().setRetryHandler(new RetriesAsInKeycloak(0)).build();
  }

  private static void send(CloseableHttpClient client, RawServer server, HttpEntity form)
      throws IOException {
    HttpPost request = new HttpPost(server.uri("/oauth/token"));
    request.setEntity(form);
    try (CloseableHttpResponse response = client.execute(request)) {
      EntityUtils.consume(response.getEntity());
    }
  }
}
