package io.keycloakpools.identitypool.form;

import io.keycloakpools.identitypool.schema.OwnMessage;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A field of a form. Texts may be {@code ${key}}, a message of the theme.
 *
 * @param pointer JSON Pointer to the value in the document
 * @param attribute user attribute of the value, and name of the input
 * @param group label of the nested object around it
 * @param constraints hints for the browser; the server decides
 * @param autocomplete token of the HTML standard ("Autofill")
 * @param message the schema's own text for invalid values
 */
public record FormField(
    String pointer,
    String attribute,
    InputKind kind,
    Optional<String> group,
    String label,
    Optional<String> help,
    Optional<String> placeholder,
    boolean required,
    Constraints constraints,
    List<Option> options,
    List<String> defaults,
    Access access,
    Optional<String> autocomplete,
    Optional<OwnMessage> message,
    ZoneId zone) {

  public enum Access {
    READ_WRITE,
    READ_ONLY,
    WRITE_ONLY,
    HIDDEN;

    public boolean reads() {
      return switch (this) {
        case READ_WRITE, READ_ONLY -> true;
        case WRITE_ONLY, HIDDEN -> false;
      };
    }

    public boolean writes() {
      return switch (this) {
        case READ_WRITE, WRITE_ONLY -> true;
        case READ_ONLY, HIDDEN -> false;
      };
    }
  }

  public record Option(String value, String label) {}

  public record Constraints(
      Optional<String> min,
      Optional<String> max,
      Optional<String> step,
      Optional<Integer> minLength,
      Optional<Integer> maxLength,
      Optional<String> pattern) {

    public static final Constraints NONE =
        new Constraints(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  public FormField {
    options = List.copyOf(options);
    defaults = List.copyOf(defaults);
  }

  public static FormField ofProfile(
      String name, InputKind kind, String label, boolean required, Optional<String> autocomplete) {
    return new FormField(
        "/" + name,
        name,
        kind,
        Optional.empty(),
        label,
        Optional.empty(),
        Optional.empty(),
        required,
        Constraints.NONE,
        List.of(),
        List.of(),
        Access.READ_WRITE,
        autocomplete,
        Optional.empty(),
        ZoneOffset.UTC);
  }

  FormField in(String label) {
    return group.isPresent() ? this : with(Optional.of(label), required, access);
  }

  public FormField with(boolean required, Access access) {
    return with(group, required, access);
  }

  private FormField with(Optional<String> group, boolean required, Access access) {
    return new FormField(
        pointer,
        attribute,
        kind,
        group,
        label,
        help,
        placeholder,
        required,
        constraints,
        options,
        defaults,
        access,
        autocomplete,
        message,
        zone);
  }

  /**
   * An unticked checkbox is {@code false}, an empty input is absent, each line is a value, a time
   * gets its zone.
   *
   * @param submitted decoded form parameters of that name, of any origin
   * @param kept the stored values
   */
  public List<String> entered(List<String> submitted, List<String> kept) {
    return new SubmittedValues(this, submitted).values(kept);
  }

  public List<String> shown(List<String> values) {
    return kind == InputKind.DATETIME_LOCAL
        ? values.stream().map(new ZonedInput(zone)::shown).toList()
        : values;
  }

  public String zoneName() {
    return new ZonedInput(zone).zoneName();
  }
}
