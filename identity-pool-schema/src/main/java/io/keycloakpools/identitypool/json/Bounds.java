package io.keycloakpools.identitypool.json;

/** How much is taken from outside; docs/console/schemas.md says why. */
public final class Bounds {

  /** Size of a schema, in bytes of UTF-8. */
  public static final int SCHEMA_BYTES = 256 * 1024;

  /** Size of a document, in bytes of UTF-8. */
  public static final int DOCUMENT_BYTES = 256 * 1024;

  /** Objects and arrays inside each other, in a schema or a document, references followed. */
  public static final int DEPTH = 48;

  /** Values in a schema or a document, each name of an object with its value counted once. */
  public static final int VALUES = 10_000;

  /** Items of an array in a document: they may have to be compared with each other. */
  public static final int ITEMS = 1000;

  /** Values of a schema once every {@code $ref} is replaced by what it names. */
  public static final int EXPANDED_VALUES = 20_000;

  /** Characters of a number as it is written, and its largest exponent of ten. */
  public static final int NUMBER_LENGTH = 128;

  /** Characters of a text that is held to a {@code format}. */
  public static final int FORMAT_LENGTH = 2048;

  /** Characters of a regular expression. */
  public static final int PATTERN_LENGTH = 1000;

  /** Steps of a regular expression, counted repetitions written out. */
  public static final int PATTERN_STEPS = 5000;

  /** Of all patterns of a schema, once references are replaced: each is kept for itself. */
  public static final int ALL_PATTERN_STEPS = 200_000;

  /** Work for one document: keywords held to values, and steps of regular expressions. */
  public static final int WORK = 500_000;

  /** Violations reported for one document. */
  public static final int VIOLATIONS = 100;

  /** Findings reported for one schema. */
  public static final int FINDINGS = 200;

  /**
   * Characters of a value of an attribute: Keycloak's {@code
   * DefaultAttributes.DEFAULT_MAX_LENGTH_ATTRIBUTES}.
   */
  public static final int ATTRIBUTE_LENGTH = 2048;

  /** Characters of what Keycloak keeps in a column of its own, such as the e-mail address. */
  public static final int OWN_LENGTH = 255;

  /** Fields of a form, nested ones counted. */
  public static final int FIELDS = 200;

  /** Characters of a text of {@code ui:errorMessage}. */
  public static final int MESSAGE_LENGTH = 500;

  /** Languages of a text of {@code ui:errorMessage}. */
  public static final int MESSAGE_LANGUAGES = 50;

  private Bounds() {}
}
