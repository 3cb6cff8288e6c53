package io.keycloakpools.identitypool.settings;

import java.util.List;

/** A setting of a pool that cannot work. */
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

  /** Key of the setting, as in the component's configuration; {@code name} for the name. */
  public String field() {
    return field;
  }

  /** Key of the message that says what is wrong and what to do; {@code {0}} in it is the field. */
  public String messageKey() {
    return messageKey;
  }

  /** {@code {1}} and on. */
  public List<String> arguments() {
    return arguments;
  }
}
