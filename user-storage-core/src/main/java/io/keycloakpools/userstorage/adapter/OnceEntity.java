package io.keycloakpools.userstorage.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.http.HttpEntity;
import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.HttpEntityWrapper;
import org.apache.http.entity.StringEntity;
import org.apache.http.message.BasicNameValuePair;

/**
 * A body that is sent at most once: a password that is sent again may count as a second failure.
 * Keycloak's client retries repeatable bodies if an admin sets {@code max-retries} ({@code
 * DefaultHttpClientFactory.configureRetries}), and never others ({@code
 * org.apache.http.impl.execchain.RetryExec}).
 */
public final class OnceEntity extends HttpEntityWrapper {

  private OnceEntity(HttpEntity body) {
    super(body);
  }

  public static OnceEntity form(Map<String, String> fields) {
    List<NameValuePair> pairs =
        fields.entrySet().stream()
            .<NameValuePair>map(field -> new BasicNameValuePair(field.getKey(), field.getValue()))
            .toList();
    return new OnceEntity(new UrlEncodedFormEntity(pairs, StandardCharsets.UTF_8));
  }

  public static OnceEntity json(JsonNode body) {
    return new OnceEntity(new StringEntity(body.toString(), ContentType.APPLICATION_JSON));
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  /** Omits the body. */
  @Override
  public String toString() {
    return "OnceEntity";
  }
}
