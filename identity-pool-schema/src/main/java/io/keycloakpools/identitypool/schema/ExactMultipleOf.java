package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.keyword.MultipleOfValidator;
import java.math.BigDecimal;

/**
 * json-schema-validator 2.0.8 converts whole numbers to {@code double}, so that 9007199254740993 is
 * a multiple of 2.
 */
final class ExactMultipleOf implements Keyword {

  @Override
  public String getValue() {
    return "multipleOf";
  }

  @Override
  public KeywordValidator newValidator(
      SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
    return new Exact(location, value, parent, context);
  }

  private static final class Exact extends MultipleOfValidator {
    Exact(SchemaLocation location, JsonNode value, Schema parent, SchemaContext context) {
      super(location, value, parent, context);
    }

    @Override
    protected BigDecimal getDivisor(JsonNode divisor) {
      return divisor.decimalValue();
    }

    /** The superclass takes null for "not a number". */
    @Override
    protected BigDecimal getDividend(JsonNode value) {
      return value.isNumber() ? value.decimalValue() : null;
    }
  }
}
