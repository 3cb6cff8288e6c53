package io.keycloakpools.identitypool.store;

import io.keycloakpools.identitypool.json.Position;
import io.keycloakpools.identitypool.lint.SchemaFinding;
import io.keycloakpools.identitypool.text.AdminTexts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a schema has to be like to be saved. */
public record SchemaRules(IdentitySchemas present) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");

  /** Why it cannot be saved. */
  public sealed interface Problem {

    /** The field that is wrong. */
    String field();

    /** What is wrong and what to do. */
    String text(AdminTexts texts);
  }

  /**
   * A field other than the text.
   *
   * @param messageKey of what is wrong and what to do
   */
  public record Field(String field, String messageKey, List<String> arguments) implements Problem {
    @Override
    public String text(AdminTexts texts) {
      return texts.text(messageKey, arguments);
    }
  }

  /**
   * The text.
   *
   * @param errors at least one
   */
  public record Text(List<SchemaFinding> errors) implements Problem {
    @Override
    public String field() {
      return IdentitySchemas.TEXT;
    }

    /** The first error, with line and column. */
    @Override
    public String text(AdminTexts texts) {
      SchemaFinding first = errors.get(0);
      Position at = first.position();
      return at.line()
          + ":"
          + at.column()
          + " "
          + texts.text(first.messageKey(), first.parameters());
    }
  }

  /** The first thing that is wrong. */
  public Optional<Problem> problem(SchemaDraft draft) {
    if (!NAME.matcher(draft.name()).matches() || !draft.name().strip().equals(draft.name())) {
      return field("name", "identityStoreName");
    }
    boolean taken =
        present
            .byName(draft.name())
            .filter(other -> !Optional.of(other.id()).equals(draft.id()))
            .isPresent();
    if (taken) {
      return field("name", "identityStoreTaken", draft.name());
    }
    if (draft.kind().isEmpty()) {
      return field("kind", "identityStoreKind");
    }
    if (draft.version() < 1) {
      return field("version", "identityStoreVersion");
    }
    List<SchemaFinding> errors =
        draft.compilation().findings().stream().filter(SchemaFinding::isError).toList();
    return errors.isEmpty() ? Optional.empty() : Optional.of(new Text(errors));
  }

  private static Optional<Problem> field(String field, String messageKey, String... arguments) {
    return Optional.of(new Field(field, messageKey, List.of(arguments)));
  }
}
