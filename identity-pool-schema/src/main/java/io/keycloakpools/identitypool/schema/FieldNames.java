package io.keycloakpools.identitypool.schema;

import java.util.regex.Pattern;

/** Names of fields that can be names of user attributes. */
public final class FieldNames {

  private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9._\\-]+");

  /** Of the column {@code USER_ATTRIBUTE.NAME}. */
  private static final int LONGEST = 255;

  private FieldNames() {}

  public static boolean isValid(String attribute) {
    return attribute.length() <= LONGEST && VALID.matcher(attribute).matches();
  }
}
