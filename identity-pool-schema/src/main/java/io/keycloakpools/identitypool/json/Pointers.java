package io.keycloakpools.identitypool.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON Pointers, RFC 6901. */
public final class Pointers {

  private Pointers() {}

  public static String append(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  public static String field(String pointer) {
    String rest = pointer;
    while (!rest.isEmpty()) {
      String last = unescape(rest.substring(rest.lastIndexOf('/') + 1));
      if (!last.matches("\\d+")) {
        return last;
      }
      rest = rest.substring(0, rest.lastIndexOf('/'));
    }
    return "";
  }

  /** The pointer one step back; empty for the whole document. */
  public static String parent(String pointer) {
    return pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
  }

  public static Map<String, JsonNode> members(JsonNode value) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      members.put(i + "", value.get(i));
    }
    value.properties().forEach(e -> members.put(e.getKey(), e.getValue()));
    return members;
  }

  public static String unescape(String name) {
    return name.replace("~1", "/").replace("~0", "~");
  }
}
