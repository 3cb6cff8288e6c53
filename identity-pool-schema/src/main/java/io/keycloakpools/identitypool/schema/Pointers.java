package io.keycloakpools.identitypool.schema;

/** JSON Pointers, RFC 6901. */
public final class Pointers {

  private Pointers() {}

  /** The pointer one step further. */
  public static String append(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The last name that is not an index of an array; empty for the whole document. */
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

  /** The pointer one step back; of the whole document, the whole document. */
  public static String parent(String pointer) {
    return pointer.isEmpty() ? "" : pointer.substring(0, pointer.lastIndexOf('/'));
  }

  static String unescape(String name) {
    return name.replace("~1", "/").replace("~0", "~");
  }
}
