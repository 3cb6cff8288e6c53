package io.keycloakpools.identitypool.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON numbers with every digit, within bounds. */
public final class Numbers {

  /** RFC 8259, section 6. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

  private Numbers() {}

  /**
   * Reads a number.
   *
   * @return empty if it is no JSON number, or longer than {@link Bounds#NUMBER_LENGTH}
   */
  public static Optional<JsonNode> read(String text) {
    if (text.length() > Bounds.NUMBER_LENGTH || !NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    if (text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9')) && !text.equals("-0")) {
      return Optional.of(integer(new BigInteger(text)));
    }
    BigDecimal decimal = new BigDecimal(text);
    return isBounded(decimal) ? Optional.of(DecimalNode.valueOf(decimal)) : Optional.empty();
  }

  static boolean isBounded(JsonNode number) {
    if (number.isDouble() || number.isFloat()) {
      return Double.isFinite(number.doubleValue());
    }
    if (number.isBigInteger()) {
      return number.bigIntegerValue().bitLength() <= Bounds.NUMBER_LENGTH * 4;
    }
    return !number.isBigDecimal() || isBounded(number.decimalValue());
  }

  private static boolean isBounded(BigDecimal number) {
    return number.precision() <= Bounds.NUMBER_LENGTH
        && Math.abs((long) number.scale()) <= 4L * Bounds.NUMBER_LENGTH;
  }

  /**
   * Whether a number has no fraction; {@code 1.0} has none (JSON Schema 2020-12, section 6.1.1).
   */
  public static boolean isIntegral(JsonNode number) {
    return number.isIntegralNumber() || number.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  /** Equal numbers become equal nodes: {@code 1.0} and {@code 1}. */
  public static JsonNode normal(JsonNode number) {
    if (number.isIntegralNumber()) {
      return integer(number.bigIntegerValue());
    }
    BigDecimal stripped = number.decimalValue().stripTrailingZeros();
    return stripped.scale() <= 0
        ? integer(stripped.toBigIntegerExact())
        : DecimalNode.valueOf(stripped);
  }

  private static JsonNode integer(BigInteger value) {
    if (value.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(value.intValue());
    }
    return value.bitLength() < Long.SIZE
        ? LongNode.valueOf(value.longValue())
        : BigIntegerNode.valueOf(value);
  }
}
