package io.keycloakpools.identitypool.form;

import java.util.Locale;

public enum InputKind {
  TEXT,
  EMAIL,
  TEL,
  URL,
  DATE,
  /** A date and a time in a time zone. */
  DATETIME_LOCAL,
  NUMBER,
  CHECKBOX,
  SELECT,
  RADIO,
  MULTI_SELECT,
  CHECKBOXES,
  TEXTAREA,
  /** One value on each line. */
  LINES,
  /** A text area for values that no other input can hold. */
  JSON;

  /** For a template: {@code multi-select} and the like. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
