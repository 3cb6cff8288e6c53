package io.keycloakpools.identitypool.json;

/** Limits on input; docs/console/schemas.md gives the reasons. */
public final class Bounds {

  public static final int SCHEMA_BYTES = 256 * 1024;

  public static final int DOCUMENT_BYTES = 256 * 1024;

  /** Nested objects and arrays of a schema, references followed, or a document. */
  public static final int DEPTH = 48;

  /** Values of a schema or a document; a name with its value counts once. */
  public static final int VALUES = 10_000;

  /** Items of an array in a document: they may have to be compared with each other. */
  public static final int ITEMS = 1000;

  /** Values of a schema once references are replaced. */
  public static final int EXPANDED_VALUES = 20_000;

  /** Characters of a number, and its largest exponent of ten. */
  public static final int NUMBER_LENGTH = 128;

  /** Characters of a text with a {@code format}. */
  public static final int FORMAT_LENGTH = 2048;

  public static final int PATTERN_LENGTH = 1000;

  /** Steps of a regular expression, counted repetitions written out. */
  public static final int PATTERN_STEPS = 5000;

  /** Steps of all patterns of a schema, references replaced: each is compiled separately. */
  public static final int ALL_PATTERN_STEPS = 200_000;

  /** Evaluated keywords and steps of regular expressions for one document. */
  public static final int WORK = 500_000;

  public static final int VIOLATIONS = 100;

  public static final int FINDINGS = 200;

  /**
   * Characters of an attribute's value: Keycloak's {@code
   * DefaultAttributes.DEFAULT_MAX_LENGTH_ATTRIBUTES}.
   */
  public static final int ATTRIBUTE_LENGTH = 2048;

  /** Characters of a column of Keycloak, such as the e-mail address. */
  public static final int OWN_LENGTH = 255;

  public static final int FIELDS = 200;

  public static final int MESSAGE_LENGTH = 500;

  public static final int MESSAGE_LANGUAGES = 50;

  private Bounds() {}
}
