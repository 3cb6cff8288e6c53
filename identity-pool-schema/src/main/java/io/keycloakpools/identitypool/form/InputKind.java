package io.keycloakpools.identitypool.form;

import java.util.Locale;

/** How a field is entered. */
public enum InputKind {
  TEXT,
  EMAIL,
  TEL,
  URL,
  DATE,
  /** A date and a time, by the clock of a time zone. */
  DATETIME_LOCAL,
  NUMBER,
  CHECKBOX,
  SELECT,
  RADIO,
  MULTI_SELECT,
  CHECKBOXES,
  TEXTAREA,
  /** Several lines, one value on each. */
  LINES,
  /** JSON, in a text area: what no other input can hold. */
  JSON;

  /** For a template: {@code multi-select} and the like. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
