package io.keycloakpools.userstorage.adapter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Names that anybody may have typed, on their way into an address of a directory. */
public final class AskedNames {

  /** Longest name that is asked about: an e-mail address has at most 254 characters (RFC 5321). */
  private static final int LONGEST = 256;

  /** What names another place in a path, however it is encoded (RFC 3986, section 5.2.4). */
  private static final Set<String> STEPS = Set.of(".", "..");

  private AskedNames() {}

  /** Whether anybody can be called like this. */
  public static boolean possible(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST
        && name.codePoints().noneMatch(Character::isISOControl);
  }

  /** Whether it can also be one segment of a path. */
  public static boolean possibleInPath(String name) {
    return possible(name) && !STEPS.contains(name);
  }

  /** The text with everything escaped that means something in a path or a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
