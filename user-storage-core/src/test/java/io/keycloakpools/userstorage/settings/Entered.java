package io.keycloakpools.userstorage.settings;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.common.settings.SettingProblem;
import io.keycloakpools.common.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

final class Entered {

  private final Map<String, List<String>> values = new HashMap<>();

  /** Pairs of key and value. */
  static Entered of(String... pairs) {
    Entered entered = new Entered();
    for (int i = 0; i < pairs.length; i += 2) {
      entered.and(pairs[i], pairs[i + 1]);
    }
    return entered;
  }

  Entered and(String key, String... found) {
    values.put(key, List.of(found));
    return this;
  }

  /** The vault resolves every key to {@code secret}. */
  Settings settings() {
    return new Settings(values::get, text -> text.startsWith("${vault.") ? "secret" : text);
  }

  UserPoolConfig read() {
    return UserPoolConfig.read(settings());
  }

  static void assertProblem(
      ThrowingCallable reading, String field, String messageKey, String... arguments) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(reading)
        .returns(SettingProblem.of(field, messageKey, arguments), InvalidSettingException::problem)
        .withMessageContaining(field);
  }
}
