package io.keycloakpools.identitypool.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.text.AdminTexts;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ErrorRepresentation;
import org.keycloak.services.ErrorResponse;
import org.keycloak.services.ErrorResponseException;

record Bodies(KeycloakSession session) {

  /** The largest schema or document, with every character escaped. */
  static final int MOST_BYTES = 2 * 1024 * 1024;

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  ObjectNode object(InputStream body, Collection<String> fields) {
    return object(body, fields, Optional.empty());
  }

  ObjectNode object(InputStream body, Collection<String> fields, Optional<String> example) {
    try {
      byte[] read = body == null ? new byte[0] : body.readNBytes(MOST_BYTES + 1);
      if (read.length > MOST_BYTES) {
        throw refused(
            Response.Status.REQUEST_ENTITY_TOO_LARGE,
            "identityAdminTooLarge",
            String.valueOf(MOST_BYTES));
      }
      if (JSON.readTree(read) instanceof ObjectNode object) {
        return known(object, fields, example);
      }
      throw noObject(example);
    } catch (JsonProcessingException e) {
      throw noObject(example);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ErrorResponseException noObject(Optional<String> example) {
    return ErrorResponse.error(
        with(texts().text("identityAdminNoObject"), example), Response.Status.BAD_REQUEST);
  }

  private ObjectNode known(ObjectNode object, Collection<String> fields, Optional<String> example) {
    object
        .propertyStream()
        .map(property -> property.getKey())
        .filter(name -> !fields.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              String text =
                  texts().text("identityAdminUnknownField", name, String.join(", ", fields));
              throw refusedField(name, with(text, example));
            });
    return object;
  }

  private String with(String text, Optional<String> example) {
    return example.map(key -> text + " " + texts().text(key)).orElse(text);
  }

  Optional<String> text(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw field(field, "identityAdminText", field);
    }
    return Optional.of(value.asText());
  }

  String required(ObjectNode body, String field) {
    return text(body, field).orElseThrow(() -> field(field, "identityAdminMissing", field));
  }

  String json(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isObject()) {
      return readable(value);
    }
    if (value.isMissingNode() || value.isNull() || value.isTextual()) {
      return required(body, field);
    }
    throw field(field, "identityAdminJson", field);
  }

  private static String readable(JsonNode value) {
    String text = value.toPrettyString();
    return text.getBytes(StandardCharsets.UTF_8).length <= Bounds.SCHEMA_BYTES
        ? text
        : value.toString();
  }

  boolean flag(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw field(field, "identityAdminFlag", field);
    }
    return value.asBoolean(false);
  }

  ObjectNode object(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode()) {
      return JSON.createObjectNode();
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw field(field, "identityAdminObject", field);
  }

  ObjectNode object(ObjectNode body, String field, Collection<String> fields) {
    return known(object(body, field), fields, Optional.empty());
  }

  AdminTexts texts() {
    return AdminTexts.of(session);
  }

  ErrorResponseException field(String field, String messageKey, String... parameters) {
    return refusedField(field, texts().text(messageKey, parameters));
  }

  private static ErrorResponseException refusedField(String field, String text) {
    return ErrorResponse.errors(
        List.of(new ErrorRepresentation(field, text, null)), Response.Status.BAD_REQUEST);
  }

  ErrorResponseException refused(Response.Status status, String messageKey, String... parameters) {
    return ErrorResponse.error(texts().text(messageKey, parameters), status);
  }
}
