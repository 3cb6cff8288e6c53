package io.keycloakpools.identitypool.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Draft202012;
import com.networknt.schema.path.PathType;
import io.keycloakpools.identitypool.json.Bounds;
import io.keycloakpools.identitypool.json.Numbers;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema validator with limits: it resolves no reference, reads no resource, matches in
 * linear time, and stops when a document costs too much.
 */
public final class Validator {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final ExecutionConfig ASSERT_FORMATS =
      ExecutionConfig.builder().formatAssertionsEnabled(true).build();

  private static final SchemaRegistry SCHEMAS = registry(Formats.dialect());

  private static final Schema META_SCHEMA =
      SchemaRegistry.withDialect(
              Draft202012.getInstance(),
              builder -> builder.schemaRegistryConfig(config()).schemaCacheEnabled(true))
          .getSchema(SchemaLocation.of(Keywords.DIALECT));

  private final Schema schema;

  private Validator(Schema schema) {
    this.schema = schema;
  }

  /**
   * Compiles a schema.
   *
   * @param expanded without references, and with known keywords only
   */
  public static Validator of(JsonNode expanded) {
    Schema schema = SCHEMAS.getSchema(assertions(expanded));
    schema.initializeValidators();
    return new Validator(schema);
  }

  public static List<Error> metaErrors(JsonNode schema) {
    return errors(META_SCHEMA, schema, ExecutionConfig.getInstance(), 20 * Bounds.WORK);
  }

  /**
   * Validates a document.
   *
   * @throws Work.Exceeded if that costs too much
   */
  public List<Error> errors(JsonNode document) {
    return errors(schema, normal(document), ASSERT_FORMATS, Bounds.WORK);
  }

  private static List<Error> errors(
      Schema schema, JsonNode document, ExecutionConfig config, int mostWork) {
    Work work = new Work(mostWork);
    ExecutionContext context = new Counting(config, work);
    work.run(() -> schema.validate(context, document));
    return context.getErrors();
  }

  private static final class Counting extends ExecutionContext {
    private final Work work;

    Counting(ExecutionConfig config, Work work) {
      super(config);
      this.work = work;
    }

    @Override
    public void evaluationPathAddLast(String keyword) {
      work.keyword();
      super.evaluationPathAddLast(keyword);
    }

    @Override
    public void evaluationPathAddLast(int index) {
      work.keyword();
      super.evaluationPathAddLast(index);
    }

    @Override
    public void addError(Error error) {
      work.error();
      super.addError(error);
    }
  }

  private static SchemaRegistry registry(Dialect dialect) {
    return SchemaRegistry.withDialect(
        dialect,
        builder ->
            builder
                .schemaRegistryConfig(config())
                .schemaCacheEnabled(false)
                .schemaLoader(loader -> loader.block(iri -> true)));
  }

  private static SchemaRegistryConfig config() {
    return SchemaRegistryConfig.builder()
        .formatAssertionsEnabled(true)
        .pathType(PathType.JSON_POINTER)
        .regularExpressionFactory(Patterns::linear)
        // SchemaViolations has our own texts.
        .messageSource((key, fallback, locale, arguments) -> key)
        .build();
  }

  private static JsonNode assertions(JsonNode schema) {
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode kept = NODES.objectNode();
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      String keyword = member.getKey();
      JsonNode value = member.getValue();
      if (!Keywords.isAssertion(keyword)) {
        continue;
      }
      if (Keywords.ONE.contains(keyword)) {
        kept.set(keyword, assertions(value));
      } else if (Keywords.LIST.contains(keyword)) {
        value.forEach(each -> kept.withArray(keyword).add(assertions(each)));
      } else if (Keywords.MAP.contains(keyword)) {
        ObjectNode map = kept.putObject(keyword);
        value.properties().forEach(e -> map.set(e.getKey(), assertions(e.getValue())));
      } else {
        kept.set(keyword, normal(value));
      }
    }
    return kept;
  }

  /** With normalized numbers, because the validator compares nodes. */
  static JsonNode normal(JsonNode value) {
    if (value.isNumber()) {
      return Numbers.normal(value);
    }
    if (value.isArray()) {
      ArrayNode array = NODES.arrayNode(value.size());
      value.forEach(each -> array.add(normal(each)));
      return array;
    }
    if (value.isObject()) {
      ObjectNode object = NODES.objectNode();
      value.properties().forEach(e -> object.set(e.getKey(), normal(e.getValue())));
      return object;
    }
    return value;
  }
}
