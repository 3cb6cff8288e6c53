package io.keycloakpools.common.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A name in a setting that means nothing any more.
 *
 * @param name empty if it was lost
 */
public record Broken(ReferenceSetting setting, String name) {

  /**
   * Key of the message that says so, and what to do: {@code {0}} is the field, {@code {1}} this.
   */
  public String messageKey() {
    return name.isEmpty() ? "poolReferenceLost" : setting.kind().goneMessage();
  }

  /** Those of a configuration. */
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
