package io.keycloakpools.common.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/** Reads bodies of requests, which are JSON objects. */
public record JsonBodies(AdminErrors errors, int mostBytes) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  /** A body, or empty if it is larger; the rest is not read. */
  public static Optional<byte[]> bytes(InputStream body, int most) {
    try {
      byte[] read = body == null ? new byte[0] : body.readNBytes(most + 1);
      return Optional.of(read).filter(bytes -> bytes.length <= most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An object, or empty if the text is not a single one, or has a field twice. */
  public static Optional<ObjectNode> object(byte[] json) {
    try {
      return JSON.readTree(json) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      // The message would quote the body.
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ObjectNode object(InputStream body, Collection<String> fields) {
    return object(body, fields, Optional.empty());
  }

  /**
   * Reads a body.
   *
   * @param fields known ones; an object with another is refused
   * @param example key of a text that shows how to send the body
   */
  public ObjectNode object(InputStream body, Collection<String> fields, Optional<String> example) {
    byte[] read =
        bytes(body, mostBytes)
            .orElseThrow(
                () ->
                    errors.refused(
                        Response.Status.REQUEST_ENTITY_TOO_LARGE,
                        "poolAdminTooLarge",
                        String.valueOf(mostBytes)));
    ObjectNode object =
        object(read)
            .orElseThrow(
                () ->
                    AdminErrors.withText(
                        Response.Status.BAD_REQUEST,
                        with(errors.texts().text("poolAdminNoObject"), example)));
    return known(object, fields, example);
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
                  errors.texts().text("poolAdminUnknownField", name, String.join(", ", fields));
              throw AdminErrors.fieldWithText(name, with(text, example));
            });
    return object;
  }

  private String with(String text, Optional<String> example) {
    return example.map(key -> text + " " + errors.texts().text(key)).orElse(text);
  }

  public Optional<String> text(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw errors.field(field, "poolAdminText", field);
    }
    return Optional.of(value.asText());
  }

  public String required(ObjectNode body, String field) {
    return text(body, field).orElseThrow(() -> errors.field(field, "poolAdminMissing", field));
  }

  public int number(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isInt()) {
      throw errors.field(field, "poolAdminNumber", field);
    }
    return value.asInt();
  }

  /** False if it is missing. */
  public boolean flag(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw errors.field(field, "poolAdminFlag", field);
    }
    return value.asBoolean(false);
  }

  /** Empty if it is missing. */
  public ObjectNode object(ObjectNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode()) {
      return JSON.createObjectNode();
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw errors.field(field, "poolAdminObject", field);
  }

  public ObjectNode object(ObjectNode body, String field, Collection<String> fields) {
    return known(object(body, field), fields, Optional.empty());
  }
}
