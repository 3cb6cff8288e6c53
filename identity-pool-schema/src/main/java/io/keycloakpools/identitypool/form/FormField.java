package io.keycloakpools.identitypool.form;

import io.keycloakpools.identitypool.schema.OwnMessage;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A field of a form.
 *
 * @param pointer JSON Pointer of the value in the document
 * @param attribute user attribute that holds the value, and name of the input
 * @param kind how it is entered
 * @param group label of the nested object that it is part of; empty at the top
 * @param label shown beside the input; {@code ${key}} names a message of the theme
 * @param help shown below the input; {@code ${key}} names a message of the theme
 * @param placeholder shown in the empty input
 * @param required whether it must have a value
 * @param constraints hints for the browser; the server decides
 * @param options of a choice; empty otherwise
 * @param defaults what the empty form shows, as attribute values
 * @param access who sees and writes it
 * @param autocomplete token of the HTML standard ("Autofill"), empty if none is known
 * @param message what the schema itself says of a value that does not fit
 * @param zone of the clock by which a date and a time are entered
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

  /** Who sees and writes a field on a page for the person. */
  public enum Access {
    READ_WRITE,
    /** {@code readOnly}: shown, never taken from the person. */
    READ_ONLY,
    /** {@code writeOnly}: taken, never shown again. */
    WRITE_ONLY,
    /** {@code hidden}: neither; admins only. */
    HIDDEN;

    /** Whether the person sees it. */
    public boolean reads() {
      return switch (this) {
        case READ_WRITE, READ_ONLY -> true;
        case WRITE_ONLY, HIDDEN -> false;
      };
    }

    /** Whether the person writes it. */
    public boolean writes() {
      return switch (this) {
        case READ_WRITE, WRITE_ONLY -> true;
        case READ_ONLY, HIDDEN -> false;
      };
    }
  }

  /** A choice: the value as attribute value, and its label. */
  public record Option(String value, String label) {}

  /** Attributes of the HTML input of these names, each empty if there is none. */
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

  /** A text of which no schema says anything, such as the username. */
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

  /** The same, as a part of a nested object; the innermost names the group. */
  FormField in(String label) {
    return group.isPresent() ? this : with(Optional.of(label), required, access);
  }

  /** The same, as a page shows it to somebody. */
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
   * What a submitted form says about the attribute: a box that is not ticked is {@code false}, an
   * empty input is absent, lines are values, a time gets its zone.
   *
   * @param submitted decoded form parameters of that name, of any origin
   * @param kept what the attribute holds until now
   */
  public List<String> entered(List<String> submitted, List<String> kept) {
    return new SubmittedValues(this, submitted).values(kept);
  }

  /** What an input holds that shows these attribute values. */
  public List<String> shown(List<String> values) {
    return kind == InputKind.DATETIME_LOCAL
        ? values.stream().map(new ZonedInput(zone)::shown).toList()
        : values;
  }

  /** Name of the time zone, for people. */
  public String zoneName() {
    return new ZonedInput(zone).zoneName();
  }
}
