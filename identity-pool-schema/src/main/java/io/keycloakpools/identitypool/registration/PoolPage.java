package io.keycloakpools.identitypool.registration;

import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.form.FormModel;
import io.keycloakpools.identitypool.schema.LinkedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A page of a pool with a form, as its template sees it, with getters for FreeMarker. Absent texts
 * are empty.
 */
public final class PoolPage {

  /** The template draws these: Keycloak's form actions require them. */
  private static final Set<String> OF_OTHERS =
      Set.of("password", "password-confirm", "termsAccepted");

  private final String header;
  private final List<String> errors;
  private final List<Section> sections;
  private final PageErrors fieldErrors;
  private final String passwordAfter;

  private PoolPage(String header, PageErrors errors, List<Section> sections, String passwordAfter) {
    this.header = header;
    this.errors = errors.ofPage();
    this.sections = List.copyOf(sections);
    this.fieldErrors = errors;
    this.passwordAfter = passwordAfter;
  }

  public static final class Section {
    private final String title;
    private final List<PageInput> inputs;

    private Section(String title, List<PageInput> inputs) {
      this.title = title;
      this.inputs = List.copyOf(inputs);
    }

    public String getTitle() {
      return title;
    }

    public List<PageInput> getInputs() {
      return inputs;
    }
  }

  static PoolPage of(FormModel form, PageEntries entries, PageErrors errors, String loginName) {
    List<Section> sections = new ArrayList<>();
    List<FormField> open = new ArrayList<>();
    for (FormField field : form.fields()) {
      if (!open.isEmpty() && !open.get(0).group().equals(field.group())) {
        sections.add(section(open, entries, errors));
        open.clear();
      }
      open.add(field);
    }
    if (!open.isEmpty()) {
      sections.add(section(open, entries, errors));
    }
    String passwordAfter = has(form, loginName) ? loginName : "";
    return new PoolPage(form.header().orElse(""), errors, sections, passwordAfter);
  }

  private static Section section(List<FormField> fields, PageEntries entries, PageErrors errors) {
    Optional<String> title = fields.get(0).group();
    return new Section(
        title.orElse(""),
        fields.stream()
            .map(field -> new PageInput(field, entries.of(field), errors.of(field.attribute())))
            .toList());
  }

  static boolean has(FormModel form, String field) {
    return OF_OTHERS.contains(field)
        || form.fields().stream().anyMatch(each -> each.attribute().equals(field));
  }

  public String getHeader() {
    return header;
  }

  public List<String> getErrors() {
    return errors;
  }

  public List<Section> getSections() {
    return sections;
  }

  public List<LinkedText.Part> parts(String text) {
    return LinkedText.parts(text);
  }

  public String error(String field) {
    return fieldErrors.of(field);
  }

  /** The field before the password; empty: the last one. */
  public String getPasswordAfter() {
    return passwordAfter;
  }

  public String getFirstError() {
    List<String> order = new ArrayList<>();
    for (Section section : sections) {
      for (PageInput input : section.getInputs()) {
        order.add(input.getName());
        if (input.getName().equals(passwordAfter)) {
          order.addAll(List.of("password", "password-confirm"));
        }
      }
    }
    order.addAll(List.of("password", "password-confirm"));
    return order.stream().filter(name -> !error(name).isEmpty()).findFirst().orElse("");
  }
}
