package io.keycloakpools.passwordpolicy.hash;

import java.util.List;

/**
 * A hash is not taken, or not verified: why, and where. Never holds a part of the hash.
 *
 * <p>The reason is the key of a message whose arguments are {@link #where()} and then {@link
 * #arguments()}; {@link #getMessage()} is for the log.
 */
public final class RefusedHashException extends RuntimeException {

  /** What can be wrong. */
  public enum Reason {
    /** In no known encoding. */
    UNKNOWN("passwordHashUnknown"),
    /** Not as its encoding asks for. */
    MALFORMED("passwordHashMalformed"),
    /** Something the encoding needs is not there. */
    MISSING("passwordHashMissing"),
    /** A cost out of bounds: argument 1 is the cost, 2 and 3 are the bounds. */
    COST("passwordHashCost"),
    /** More memory than the server has for it: argument 1 is how much, 2 the most, in KiB. */
    MEMORY("passwordHashMemory"),
    /** Too short or too long: argument 1 is the length, 2 and 3 are the bounds. */
    LENGTH("passwordHashLength"),
    /** Known, and cannot be verified here: argument 1 is what it is. */
    UNSUPPORTED("passwordHashUnsupported"),
    /** Hexadecimal digits, encoded in Base64 once more. */
    HEX_IN_BASE64("passwordHashHexInBase64"),
    /** It says that there is no password. */
    NO_PASSWORD("passwordHashNoPassword"),
    /** The encoding does not say how it is meant: argument 1 is what to send instead. */
    AMBIGUOUS("passwordHashAmbiguous");

    private final String messageKey;

    Reason(String messageKey) {
      this.messageKey = messageKey;
    }

    /** The key of its message. */
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

  /** Why it is refused. */
  public Reason reason() {
    return reason;
  }

  /** The format, and the part of it, that is wrong, such as {@code bcrypt cost}. */
  public String where() {
    return where;
  }

  /** The arguments of the message after {@link #where()}. */
  public List<String> arguments() {
    return arguments;
  }
}
