package io.keycloakpools.identitypool.store;

import io.keycloakpools.common.text.AdminTexts;
import io.keycloakpools.identitypool.json.Position;
import io.keycloakpools.identitypool.lint.SchemaFinding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

public record SchemaRules(IdentitySchemas present) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");

  public sealed interface Problem {

    String field();

    String text(AdminTexts texts);
  }

  public record Field(String field, String messageKey, List<String> arguments) implements Problem {
    @Override
    public String text(AdminTexts texts) {
      return texts.text(messageKey, arguments);
    }
  }

  public record Text(List<SchemaFinding> errors) implements Problem {
    @Override
    public String field() {
      return IdentitySchemas.TEXT;
    }

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
