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
 * The members of a user object. A missing or null member is absent. A member of the wrong type is
 * an error: read as absent, a list would revoke roles or second factors.
 */
record UserFields(JsonNode object) {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  /** A text or a number that is not blank. */
  Optional<String> text(String member) throws InvalidUserException {
    JsonNode value = object.path(member);
    if (value.isContainerNode()) {
      throw new InvalidUserException(member + " is no text");
    }
    return SharedMembers.text(object, member);
  }

  boolean flag(String member) throws InvalidUserException {
    JsonNode value = object.path(member);
    if (!isAbsent(value) && !value.isBoolean()) {
      throw new InvalidUserException(member + " is neither true nor false");
    }
    return value.asBoolean();
  }

  /**
   * Reads like Jackson's {@code boolean}, which the plugin keycloak-user-migration uses in {@code
   * LegacyUser}: 0 is false, other numbers are true, {@code "true"} and {@code "false"} count.
   */
  boolean jacksonBoolean(String member) throws InvalidUserException {
    JsonNode value = object.path(member);
    try {
      return !isAbsent(value) && JACKSON.treeToValue(value, boolean.class);
    } catch (JsonProcessingException e) {
      throw new InvalidUserException(member + " is neither true nor false");
    }
  }

  /** Without blank ones; a single value is a list of one. */
  Set<String> names(String member) throws InvalidUserException {
    JsonNode list = object.path(member);
    boolean readable = !list.isObject();
    for (JsonNode each : list) {
      readable &= each.isValueNode();
    }
    if (!readable) {
      throw new InvalidUserException(member + " is no list of texts");
    }
    return new LinkedHashSet<>(SharedMembers.texts(list));
  }

  List<UserFields> objects(String member) throws InvalidUserException {
    JsonNode list = object.path(member);
    boolean readable = list.isArray() || isAbsent(list);
    List<UserFields> found = new ArrayList<>();
    for (JsonNode each : list) {
      readable &= each.isObject();
      found.add(new UserFields(each));
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
