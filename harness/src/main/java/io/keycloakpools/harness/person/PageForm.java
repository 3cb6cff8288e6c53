package io.keycloakpools.harness.person;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The main form of a page, as a browser without JavaScript sends it. */
record PageForm(Element form) {
  private static final String SIDE_WAYS =
      "#kc-select-try-another-way-form, #kc-switch-organization-form";

  static Optional<PageForm> of(Document html) {
    return html.select("form[method=post]").not(SIDE_WAYS).stream().findFirst().map(PageForm::new);
  }

  String action() {
    return form.absUrl("action");
  }

  Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    controls().forEach(control -> names.add(control.attr("name")));
    return names;
  }

  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    controls().stream()
        .filter(PageForm::sent)
        .forEach(control -> values.put(control.attr("name"), value(control)));
    return values;
  }

  Map<String, String> filled(Map<String, String> given) {
    if (!names().containsAll(given.keySet())) {
      throw new IllegalArgumentException("The form asks for " + names());
    }
    Map<String, String> values = values();
    values.putAll(given);
    return values;
  }

  private org.jsoup.select.Elements controls() {
    return form.select("input[name], select[name], textarea[name]")
        .not("[type=submit], [type=button], [type=image], [disabled]");
  }

  private static boolean sent(Element control) {
    String type = control.attr("type");
    boolean choice = type.equals("checkbox") || type.equals("radio");
    return !choice || control.hasAttr("checked");
  }

  private static String value(Element control) {
    if (control.normalName().equals("select")) {
      Element selected = control.selectFirst("option[selected]");
      Element shown = selected == null ? control.selectFirst("option") : selected;
      return shown == null ? "" : shown.val();
    }
    boolean checkbox = control.attr("type").equals("checkbox");
    return checkbox && !control.hasAttr("value") ? "on" : control.val();
  }
}
