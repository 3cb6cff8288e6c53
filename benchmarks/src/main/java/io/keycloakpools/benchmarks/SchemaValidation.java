package io.keycloakpools.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycloakpools.identitypool.attributes.AttributeCodec;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.lint.Compilation;
import io.keycloakpools.identitypool.lint.SchemaCompiler;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaKind;
import io.keycloakpools.identitypool.schema.SchemaViolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of each save of a profile, and of each save of a schema. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SchemaValidation {

  /**
   * Twelve fields of all kinds, one an object, and a condition; {@code ProfileMeasurementsIT} reads
   * the same.
   */
  private static final String TEXT = text();

  private static final Map<String, List<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("username", List.of("ada")),
          Map.entry("firstName", List.of("Ada")),
          Map.entry("lastName", List.of("Lovelace")),
          Map.entry("email", List.of("ada@example.com")),
          Map.entry("phone_number", List.of("+44 20 7946 0000")),
          Map.entry("birthdate", List.of("1815-12-10")),
          Map.entry("website", List.of("https://example.com/ada")),
          Map.entry("employees", List.of("12")),
          Map.entry("plan", List.of("enterprise")),
          Map.entry("vat", List.of("GB123456789")),
          Map.entry("newsletter", List.of("false")),
          Map.entry("languages", List.of("en", "fr", "it")),
          Map.entry("address.street_address", List.of("12 St James's Square")),
          Map.entry("address.locality", List.of("London")),
          Map.entry("address.postal_code", List.of("12345")));

  private final IdentitySchema schema =
      SchemaCompiler.compile(TEXT, SchemaKind.PAYLOAD).schema().orElseThrow();
  private final AttributeCodec codec = AttributeCodec.of(schema);
  private final ObjectNode document = codec.toDocument(ATTRIBUTES).document();

  /** A valid document of fifteen values. */
  @Benchmark
  public List<SchemaViolation> validate() {
    return schema.validate(document);
  }

  /** Almost everything is invalid. */
  @Benchmark
  public List<SchemaViolation> validateWhatIsWrong() {
    return codec.validate(Map.of("email", List.of("x"), "employees", List.of("many")));
  }

  @Benchmark
  public ObjectNode attributesToDocument() {
    return codec.toDocument(ATTRIBUTES).document();
  }

  @Benchmark
  public Map<String, List<String>> documentToAttributes() {
    return codec.toAttributes(document).attributes();
  }

  /** All that a save of a profile adds. */
  @Benchmark
  public List<SchemaViolation> attributesValidated() {
    return codec.validate(ATTRIBUTES);
  }

  @Benchmark
  public FormModel form() {
    return FormModel.of(schema);
  }

  /** Runs at a save of the schema, and then once for each node. */
  @Benchmark
  public Compilation compile() {
    return SchemaCompiler.compile(TEXT, SchemaKind.PAYLOAD);
  }

  private static String text() {
    try (InputStream in = SchemaValidation.class.getResourceAsStream("identity-schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
