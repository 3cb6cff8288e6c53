package io.keycloakpools.userstorage.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The members of an object that describes a user. What is missing or null is absent; what is of
 * another kind than the contract says is no answer: read as absent, a list would take roles or
 * second factors away.
 */
record Fields(JsonNode object) {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  /** A text or a number that is not blank. */
  Optional<String> text(String member) throws InvalidUserException {
    JsonNode value = object.path(member);
    if (value.isContainerNode()) {
      throw new InvalidUserException(member + " is no text");
    }
    return Members.text(object, member);
  }

  /** {@code true} or {@code false}, and nothing that might mean one. */
  boolean flag(String member) throws InvalidUserException {
    JsonNode value = object.path(member);
    if (!isAbsent(value) && !value.isBoolean()) {
      throw new InvalidUserException(member + " is neither true nor false");
    }
    return value.asBoolean();
  }

  /**
   * What Jackson takes for a {@code boolean}, with which the plugin keycloak-user-migration reads
   * {@code LegacyUser}: numbers too, of which 0 is false, and {@code "true"} and {@code "false"}.
   */
  boolean flagAsJacksonReadsIt(String member) throws InvalidUserException {
    JsonNode value = object.path(member);
    try {
      return !isAbsent(value) && JACKSON.treeToValue(value, boolean.class);
    } catch (JsonProcessingException e) {
      throw new InvalidUserException(member + " is neither true nor false");
    }
  }

  /** The texts and numbers in a list, without blank ones; one alone is a list of one. */
  Set<String> names(String member) throws InvalidUserException {
    JsonNode list = object.path(member);
    boolean readable = !list.isObject();
    for (JsonNode each : list) {
      readable &= each.isValueNode();
    }
    if (!readable) {
      throw new InvalidUserException(member + " is no list of texts");
    }
    return new LinkedHashSet<>(Members.texts(list));
  }

  /** The objects in a list. */
  List<Fields> objects(String member) throws InvalidUserException {
    JsonNode list = object.path(member);
    boolean readable = list.isArray() || isAbsent(list);
    List<Fields> found = new ArrayList<>();
    for (JsonNode each : list) {
      readable &= each.isObject();
      found.add(new Fields(each));
    }
    if (!readable) {
      throw new InvalidUserException(member + " is no list of objects");
    }
    return found;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
