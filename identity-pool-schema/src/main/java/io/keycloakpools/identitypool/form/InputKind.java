package io.keycloakpools.identitypool.form;

import io.keycloakpools.common.Word;

public enum InputKind {
  TEXT,
  EMAIL,
  TEL,
  URL,
  DATE,
  DATETIME_LOCAL,
  NUMBER,
  CHECKBOX,
  SELECT,
  RADIO,
  MULTI_SELECT,
  CHECKBOXES,
  TEXTAREA,
  LINES,
  /** A text area for values that no other input can hold. */
  JSON;

  public String code() {
    return Word.hyphenated(this);
  }
}
