package io.keycloakpools.common.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * A setting of a component: its key, its property in the form, and the reader of its value. {@link
 * SettingForm} creates it, {@link Settings#get} reads it.
 *
 * @param <T> of the value; {@code Optional} if the setting may be unset
 */
public final class Setting<T> {

  private final String key;
  private final Supplier<ProviderConfigProperty> property;
  private final Function<Settings, T> reader;

  Setting(String key, Supplier<ProviderConfigProperty> property, Function<Settings, T> reader) {
    this.key = key;
    this.property = property;
    this.reader = reader;
  }

  public String key() {
    return key;
  }

  /** A new one each time, because properties are mutable. */
  public ProviderConfigProperty property() {
    return property.get();
  }

  public static List<ProviderConfigProperty> properties(Setting<?>... settings) {
    return Arrays.stream(settings).map(Setting::property).toList();
  }

  T read(Settings settings) {
    return reader.apply(settings);
  }

  /**
   * Makes a setting mandatory.
   *
   * @param messageKey problem of a missing value
   */
  public static <T> Setting<T> required(Setting<Optional<T>> setting, String messageKey) {
    return setting
        .<T>map(value -> value.orElseThrow(() -> setting.invalid(messageKey)))
        .shown(property -> property.setRequired(true));
  }

  /**
   * Converts or validates the value.
   *
   * @param conversion throws {@link #invalid} for a value that cannot work
   */
  public <U> Setting<U> map(Function<? super T, ? extends U> conversion) {
    return new Setting<>(key, property, reader.andThen(conversion));
  }

  /** Offers these options, whatever the reader accepts. */
  public Setting<T> offering(List<String> options) {
    return shown(property -> property.setOptions(options));
  }

  Setting<T> shown(Consumer<ProviderConfigProperty> change) {
    return new Setting<>(
        key,
        () -> {
          ProviderConfigProperty shown = property.get();
          change.accept(shown);
          return shown;
        },
        reader);
  }

  public SettingProblem problem(String messageKey, String... arguments) {
    return SettingProblem.of(key, messageKey, arguments);
  }

  public InvalidSettingException invalid(String messageKey, String... arguments) {
    return new InvalidSettingException(problem(messageKey, arguments));
  }
}
