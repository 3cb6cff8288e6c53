package io.keycloakpools.common.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A name that no longer refers to anything.
 *
 * @param name empty if it was lost
 */
public record Broken(ReferenceSetting setting, String name) {

  /** Message with a remedy: {@code {0}} is the field, {@code {1}} the name. */
  public String messageKey() {
    return name.isEmpty() ? "poolReferenceLost" : setting.kind().goneMessage();
  }

  public static List<Broken> in(
      List<ReferenceSetting> settings, Map<String, List<String>> config, Targets targets) {
    References references = References.of(config.get(References.KEY));
    List<Broken> broken = new ArrayList<>();
    for (ReferenceSetting setting : settings) {
      if (references.lost(setting.key()) || setting.damaged(config)) {
        broken.add(new Broken(setting, ""));
      }
      setting.in(config).stream()
          .filter(name -> references.find(setting.key(), setting.kind(), name, targets).isEmpty())
          .forEach(name -> broken.add(new Broken(setting, name)));
    }
    return broken;
  }
}
