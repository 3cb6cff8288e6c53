package io.keycloakpools.identitypool.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Draft202012;
import com.networknt.schema.format.Format;
import io.keycloakpools.identitypool.json.Bounds;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The formats that are validated: those of JSON Schema 2020-12 for user data, and {@code tel}, as
 * in HTML.
 */
public final class Formats {

  private static final Set<String> TAKEN =
      Set.of(
          "date",
          "date-time",
          "time",
          "duration",
          "email",
          "idn-email",
          "hostname",
          "idn-hostname",
          "ipv4",
          "ipv6",
          "uri",
          "uri-reference",
          "iri",
          "iri-reference",
          "uuid");

  public static final Set<String> NAMES = names();

  private Formats() {}

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(TAKEN);
    names.add("tel");
    return Set.copyOf(names);
  }

  static Dialect dialect() {
    List<Format> taken =
        com.networknt.schema.format.Formats.DEFAULT.stream()
            .filter(format -> TAKEN.contains(format.getName()))
            .map(Formats::bounded)
            .toList();
    return Dialect.builder(Draft202012.getInstance())
        .keyword(new ExactMultipleOf())
        .formats(
            formats -> {
              formats.clear();
              taken.forEach(format -> formats.put(format.getName(), format));
              formats.put("tel", new Tel());
            })
        .build();
  }

  /** The validator's own use expressions of the JDK, which are not linear. */
  private static Format bounded(Format format) {
    return new Format() {
      @Override
      public String getName() {
        return format.getName();
      }

      @Override
      public String getMessageKey() {
        return "format";
      }

      @Override
      public boolean matches(ExecutionContext context, String value) {
        return value.length() <= Bounds.FORMAT_LENGTH && format.matches(context, value);
      }
    };
  }

  /** A telephone number as people write it, in E.164, or with an extension of RFC 3966. */
  private static final class Tel implements Format {
    @Override
    public String getName() {
      return "tel";
    }

    @Override
    public String getMessageKey() {
      return "format";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
      String number = value.toLowerCase(Locale.ROOT);
      long digits = number.chars().filter(c -> c >= '0' && c <= '9').count();
      String rest = number.startsWith("+") ? number.substring(1) : number;
      return value.length() <= 40
          && digits >= 3
          && digits <= 20
          && rest.chars().allMatch(c -> (c >= '0' && c <= '9') || " ()./-x".indexOf(c) >= 0);
    }
  }
}
