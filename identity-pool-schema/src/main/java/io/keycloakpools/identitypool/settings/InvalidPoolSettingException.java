package io.keycloakpools.identitypool.settings;

import java.util.List;

public final class InvalidPoolSettingException extends RuntimeException {

  private final String field;
  private final String messageKey;
  private final transient List<String> arguments;

  public InvalidPoolSettingException(String field, String messageKey, String... arguments) {
    super(field + ": " + messageKey + " " + List.of(arguments));
    this.field = field;
    this.messageKey = messageKey;
    this.arguments = List.of(arguments);
  }

  /** Key in the component's configuration; {@code name} for the name. */
  public String field() {
    return field;
  }

  /** Key of a message with cause and remedy; its {@code {0}} is the field. */
  public String messageKey() {
    return messageKey;
  }

  public List<String> arguments() {
    return arguments;
  }
}
