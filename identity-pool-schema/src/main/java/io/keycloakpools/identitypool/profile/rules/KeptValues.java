package io.keycloakpools.identitypool.profile.rules;

import io.keycloakpools.identitypool.form.FormField;
import io.keycloakpools.identitypool.members.UserDocument;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.keycloak.models.Constants;
import org.keycloak.userprofile.UserProfileUtil;

public final class KeptValues {

  private KeptValues() {}

  /**
   * The values that a user sends, without invisible attributes: an error would tell whether a value
   * was guessed. A write-only field that is sent blank keeps its value.
   */
  public static Map<String, Object> sentByUser(
      Map<String, ?> sent,
      Set<String> invisible,
      Collection<FormField> declared,
      Map<String, List<String>> stored) {
    Map<String, Object> kept = new HashMap<>(sent);
    kept.keySet().removeIf(name -> invisible.contains(attribute(name)));
    declared.stream()
        .filter(field -> field.access() == FormField.Access.WRITE_ONLY)
        .map(FormField::attribute)
        .filter(name -> SentValues.first(kept.get(name)).isBlank())
        .forEach(name -> kept.put(name, stored.getOrDefault(name, List.of())));
    return kept;
  }

  public static String attribute(String name) {
    return name.startsWith(Constants.USER_ATTRIBUTES_PREFIX)
        ? name.substring(Constants.USER_ATTRIBUTES_PREFIX.length())
        : name;
  }

  /** The profile as {@code DefaultUserProfile.update} will store it. */
  public static Map<String, List<String>> asSaved(
      Writing writing,
      Map<String, List<String>> values,
      Predicate<String> present,
      Map<String, List<String>> stored) {
    Map<String, List<String>> saved = new HashMap<>(values);
    stored.forEach(
        (name, value) -> {
          List<String> sent = values.getOrDefault(name, List.of());
          boolean unsent =
              !present.test(name) || (sent.isEmpty() && !UserProfileUtil.isRootAttribute(name));
          if (UserDocument.EMAIL_VERIFIED.equals(name) || (unsent && writing.keepsUnsent())) {
            saved.put(name, value);
          }
        });
    return saved;
  }
}
