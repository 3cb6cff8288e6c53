package io.keycloakpools.userstorage.adapter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Checks and escapes typed names for a directory's URLs. */
public final class AskedNames {

  /** An e-mail address has at most 254 characters (RFC 5321). */
  private static final int LONGEST = 256;

  /** Dot segments lead elsewhere in a path, however they are encoded (RFC 3986, section 5.2.4). */
  private static final Set<String> STEPS = Set.of(".", "..");

  private AskedNames() {}

  public static boolean possible(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST
        && name.codePoints().noneMatch(Character::isISOControl);
  }

  /** Whether the name can also be a path segment. */
  public static boolean possibleInPath(String name) {
    return possible(name) && !STEPS.contains(name);
  }

  /** Escapes everything with a meaning in a path or query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
