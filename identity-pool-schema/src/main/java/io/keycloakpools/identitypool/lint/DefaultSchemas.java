package io.keycloakpools.identitypool.lint;

import io.keycloakpools.common.Word;
import io.keycloakpools.identitypool.schema.IdentitySchema;
import io.keycloakpools.identitypool.schema.SchemaKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

public final class DefaultSchemas {

  private static final IdentitySchema PAYLOAD = compiled(SchemaKind.PAYLOAD);
  private static final IdentitySchema METADATA = compiled(SchemaKind.METADATA);

  private DefaultSchemas() {}

  public static String text(SchemaKind kind) {
    return of(kind).text();
  }

  public static IdentitySchema of(SchemaKind kind) {
    return switch (kind) {
      case PAYLOAD -> PAYLOAD;
      case METADATA -> METADATA;
    };
  }

  private static IdentitySchema compiled(SchemaKind kind) {
    String file = "default-" + Word.of(kind) + ".json";
    try (InputStream in = DefaultSchemas.class.getResourceAsStream(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaCompiler.compile(text, kind).schema().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
