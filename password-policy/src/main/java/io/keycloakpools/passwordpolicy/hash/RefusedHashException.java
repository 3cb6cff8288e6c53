package io.keycloakpools.passwordpolicy.hash;

import java.util.List;

/**
 * Never contains a part of the hash.
 *
 * <p>The reason is a message key, with the arguments {@link #where()} and {@link #arguments()};
 * {@link #getMessage()} is for the log.
 */
public final class RefusedHashException extends RuntimeException {

  public enum Reason {
    UNKNOWN("passwordHashUnknown"),
    MALFORMED("passwordHashMalformed"),
    MISSING("passwordHashMissing"),
    /** Arguments: cost, minimum, maximum. */
    COST("passwordHashCost"),
    /** Arguments: required and available memory, in KiB. */
    MEMORY("passwordHashMemory"),
    /** Arguments: length, minimum, maximum. */
    LENGTH("passwordHashLength"),
    /** Known, but not verifiable here. Argument: its name. */
    UNSUPPORTED("passwordHashUnsupported"),
    HEX_IN_BASE64("passwordHashHexInBase64"),
    NO_PASSWORD("passwordHashNoPassword"),
    /** Argument: an unambiguous format. */
    AMBIGUOUS("passwordHashAmbiguous");

    private final String messageKey;

    Reason(String messageKey) {
      this.messageKey = messageKey;
    }

    public String messageKey() {
      return messageKey;
    }
  }

  private final Reason reason;
  private final String where;
  private final List<String> arguments;

  RefusedHashException(Reason reason, String where, String... arguments) {
    super(where + ": " + reason + (arguments.length == 0 ? "" : " " + List.of(arguments)));
    this.reason = reason;
    this.where = where;
    this.arguments = List.of(arguments);
  }

  public Reason reason() {
    return reason;
  }

  /** The format and part, such as {@code bcrypt cost}. */
  public String where() {
    return where;
  }

  public List<String> arguments() {
    return arguments;
  }
}
