package io.keycloakpools.userstorage.settings;

import static io.keycloakpools.userstorage.settings.Entered.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.common.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** "-" marks a missing key. */
final class FormerSwitchesTest {

  private static final String SETTING = "stayOrMove";
  private static final String SYNC = "syncAttributes";
  private static final String MIGRATE = "justInTimeMigration";

  @ParameterizedTest
  @CsvSource({
    "-, -, -, true, false",
    "stay, -, -, true, false",
    "stay-copied-once, -, -, false, false",
    "move-at-first-sign-in, -, -, true, true",
    "move-copied-once, -, -, false, true",
    "-, true, false, true, false",
    "-, false, -, false, false",
    "-, -, true, true, true",
    "-, false, true, false, true",
    "-, , , true, false",
    "stay, -, true, true, true",
    "move-at-first-sign-in, -, false, true, false",
    "stay-copied-once, true, -, true, false",
    "move-at-first-sign-in, false, -, false, true",
  })
  void theSwitchesCountWhereTheyAre(
      String choice, String sync, String migrate, boolean follows, boolean moves) {
    Map<String, List<String>> config = config(choice, sync, migrate);

    UserPoolConfig read = UserPoolConfig.read(new Settings(config::get, text -> text));

    assertThat(read.syncAttributes()).isEqualTo(follows);
    assertThat(read.justInTimeMigration()).isEqualTo(moves);
  }

  /** Before, as sent, as stored. */
  @ParameterizedTest
  @CsvSource({
    // New, from a file of an earlier version.
    "-,-,-, -,true,false, stay",
    "-,-,-, -,false,-, stay-copied-once",
    "-,-,-, -,-,true, move-at-first-sign-in",
    "-,-,-, -,false,true, move-copied-once",
    // Setting and switches agree.
    "-,-,-, move-at-first-sign-in,-,true, move-at-first-sign-in",
    "-,-,-, stay-copied-once,false,false, stay-copied-once",
    // A script of an earlier version changes the current setting.
    "move-at-first-sign-in,-,-, move-at-first-sign-in,-,false, stay",
    "stay,-,-, stay,-,true, move-at-first-sign-in",
    "stay-copied-once,-,-, stay-copied-once,-,true, move-copied-once",
    "move-copied-once,-,-, move-copied-once,true,true, move-at-first-sign-in",
    // An admin chooses in a form that still sends the old switches of an unconverted pool.
    "-,true,true, stay,true,true, stay",
    "-,true,false, move-at-first-sign-in,true,false, move-at-first-sign-in",
    "-,false,false, stay,false,false, stay",
    // Saved unchanged.
    "-,false,true, -,false,true, move-copied-once",
    "stay,-,true, stay,-,true, move-at-first-sign-in",
  })
  void theSwitchesBecomeTheSetting(
      String choiceBefore,
      String syncBefore,
      String migrateBefore,
      String choice,
      String sync,
      String migrate,
      String stored) {
    Map<String, List<String>> next = config(choice, sync, migrate);

    FormerSwitches.replace(config(choiceBefore, syncBefore, migrateBefore), next);

    assertThat(next).isEqualTo(Map.of(SETTING, List.of(stored)));
  }

  @Test
  void withoutSwitchesNothingIsTouched() {
    Map<String, List<String>> none = Map.of("group", List.of("/a"));
    Map<String, List<String>> chosen = Map.of(SETTING, List.of("stay"));

    FormerSwitches.replace(Map.of(), none);
    FormerSwitches.replace(none, chosen);

    assertThat(none).doesNotContainKey(SETTING);
    assertThat(chosen).isEqualTo(Map.of(SETTING, List.of("stay")));
  }

  @ParameterizedTest
  @CsvSource({
    "-, stay, -, true, justInTimeMigration=true",
    "-, stay-copied-once, true, -, syncAttributes=true",
    "stay, move-at-first-sign-in, true, false, 'syncAttributes=true, justInTimeMigration=false'",
  })
  void aNewChoiceThatContradictsNewSwitchesIsRefused(
      String before, String choice, String sync, String migrate, String switches) {
    assertProblem(
        () -> FormerSwitches.replace(config(before, "-", "-"), config(choice, sync, migrate)),
        SETTING,
        "userPoolSettingFormerSwitches",
        choice,
        switches);
  }

  @Test
  void aWordThatIsNoChoiceIsRefused() {
    assertProblem(
        () -> FormerSwitches.replace(Map.of(), config("perhaps", "true", "-")),
        SETTING,
        "poolSettingChoice",
        "perhaps",
        "stay, stay-copied-once, move-at-first-sign-in, move-copied-once");
  }

  private static Map<String, List<String>> config(String choice, String sync, String migrate) {
    Map<String, List<String>> config = new HashMap<>();
    put(config, SETTING, choice);
    put(config, SYNC, sync);
    put(config, MIGRATE, migrate);
    return config;
  }

  private static void put(Map<String, List<String>> config, String key, String value) {
    if (value == null) {
      config.put(key, List.of(" "));
    } else if (!value.equals("-")) {
      config.put(key, List.of(value));
    }
  }
}
