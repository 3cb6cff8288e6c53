package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.form.InputKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

public final class PageInput {

  private final FormField field;
  private final List<String> values;
  private final String error;

  PageInput(FormField field, List<String> values, String error) {
    this.field = field;
    this.values = List.copyOf(values);
    this.error = error;
  }

  public static final class Choice {
    private final String id;
    private final FormField.Option option;
    private final boolean chosen;

    private Choice(String id, FormField.Option option, boolean chosen) {
      this.id = id;
      this.option = option;
      this.chosen = chosen;
    }

    public String getId() {
      return id;
    }

    public String getValue() {
      return option.value();
    }

    public String getLabel() {
      return option.label();
    }

    public boolean isChosen() {
      return chosen;
    }
  }

  /** Name and id: letters, digits, dot, underscore and hyphen. */
  public String getName() {
    return field.attribute();
  }

  public String getKind() {
    return field.kind().code();
  }

  public String getLabel() {
    return field.label();
  }

  public String getHelp() {
    return field.help().orElse("");
  }

  public String getPlaceholder() {
    return field.placeholder().orElse("");
  }

  /** Message key of how to enter the value; empty where the input shows it. */
  public String getHint() {
    return isReadOnly() && field.kind() != InputKind.DATETIME_LOCAL ? "" : hint();
  }

  private String hint() {
    return switch (field.kind()) {
      case LINES -> "identityPoolHintLines";
      case JSON -> "identityPoolHintJson";
      case MULTI_SELECT -> "identityPoolHintSeveral";
      case DATETIME_LOCAL -> "identityPoolHintTimeZone";
      case TEXT, EMAIL, TEL, URL, DATE, NUMBER, CHECKBOX, SELECT, RADIO, CHECKBOXES, TEXTAREA -> "";
    };
  }

  public String getZone() {
    return field.zoneName();
  }

  public boolean isReadOnly() {
    return !field.access().writes();
  }

  public boolean isRequired() {
    return field.required();
  }

  public String getValue() {
    return field.kind() == InputKind.LINES
        ? String.join("\n", values)
        : values.stream().findFirst().orElse("");
  }

  public boolean isTicked() {
    return values.contains("true") || values.contains("on");
  }

  public List<Choice> getChoices() {
    return IntStream.range(0, field.options().size())
        .mapToObj(
            i -> {
              FormField.Option option = field.options().get(i);
              return new Choice(getName() + "-" + i, option, values.contains(option.value()));
            })
        .toList();
  }

  public String getError() {
    return error;
  }

  public String getDescribedBy() {
    List<String> ids = new ArrayList<>();
    if (field.help().isPresent()) {
      ids.add("help-" + getName());
    }
    if (!getHint().isEmpty()) {
      ids.add("hint-" + getName());
    }
    if (!error.isEmpty()) {
      ids.add("input-error-" + getName());
    }
    return ids.stream().collect(Collectors.joining(" "));
  }

  public String getMin() {
    return field.constraints().min().orElse("");
  }

  public String getMax() {
    return field.constraints().max().orElse("");
  }

  public String getStep() {
    return field.constraints().step().orElse("");
  }

  public String getMinLength() {
    return field.constraints().minLength().map(String::valueOf).orElse("");
  }

  public String getMaxLength() {
    return field.constraints().maxLength().map(String::valueOf).orElse("");
  }

  public String getPattern() {
    return field.constraints().pattern().orElse("");
  }

  public String getAutocomplete() {
    return field.autocomplete().orElse("");
  }
}
