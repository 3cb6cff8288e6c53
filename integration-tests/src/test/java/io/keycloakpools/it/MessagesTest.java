package io.keycloakpools.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.userstorage.directory.UnusableReason;
import io.keycloakpools.userstorage.rules.PoolAttributes;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of all modules are complete, used, and equal in meaning across languages. */
final class MessagesTest {

  private static final List<String> LANGUAGES = List.of("en", "de");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)(,choice,|})");
  private static final String CHOICE = ",choice,";
  private static final Pattern TEXT = Pattern.compile("\"([a-zA-Z][\\w.-]*)\"");

  private static final Pattern KEY =
      Pattern.compile(
          "(auth0|cognito|rest|passwordHash)[A-Z]\\w+|userPool(Setting\\w+|(TryLater|SignInLater|ChangeLater|Clash|Password|Mail|UnlinkLocksOut)\\w*)"
              + "|pool(Reference|Setting|Admin)[A-Z]\\w+|passwordRefused|identity(Schema|Json|Lint|Store|Admin|Pool)[A-Z]\\w+");

  /** Texts of user pools for their users. */
  private static final Pattern TO_PEOPLE =
      Pattern.compile(
          "userPool(Refused\\..+|Link\\..+|(SignIn|Try|Change)Later|Clash\\w*|Password\\w+|Mail\\w+)");

  /** Texts of forms, which the admin console does not format. */
  private static final Pattern ON_A_FORM =
      Pattern.compile("(identityPool|userPool|auth0|cognito|rest)(Label|Help)\\..+");

  private static final Set<String> KEYS_OF_FORMS =
      forms().map(each -> (String) each.get()[0]).collect(Collectors.toSet());

  /** A key of Keycloak's console, which appends the id of a policy. */
  private static final String ASKED_BY_THE_CONSOLE = "passwordPoliciesHelp.";

  private record Module(Path folder, Map<String, Map<String, String>> bundles) {

    Map<String, String> english() {
      return bundles.get("en");
    }

    /** Keys, and beginnings of composed keys, in code and templates. */
    Set<String> textsInCode() {
      try (Stream<Path> files = Files.walk(folder.resolve("src/main"))) {
        return files
            .filter(file -> file.toString().matches(".*\\.(java|ftl)"))
            .flatMap(file -> TEXT.matcher(read(file)).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return folder.getFileName().toString();
    }
  }

  static List<Module> modules() {
    try (Stream<Path> folders = Files.list(Path.of("..").toRealPath())) {
      return folders
          .filter(folder -> Files.isDirectory(messages(folder)))
          .sorted()
          .map(
              folder ->
                  new Module(
                      folder,
                      LANGUAGES.stream()
                          .collect(Collectors.toMap(each -> each, each -> bundle(folder, each)))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyModuleThatIsShippedIsLookedAt() {
    assertThat(modules().stream().map(Module::toString))
        .contains(
            "common",
            "user-storage-core",
            "user-storage-auth0",
            "user-storage-cognito",
            "user-storage-rest",
            "password-policy");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyLanguageHasTheSameMessages(Module module) {
    for (String language : LANGUAGES) {
      assertThat(module.bundles().get(language).keySet()).isEqualTo(module.english().keySet());
    }
  }

  /** A duplicate's last text would count, while a reader may find the first. */
  @ParameterizedTest
  @MethodSource("modules")
  void everyMessageStandsOnce(Module module) {
    for (String language : LANGUAGES) {
      assertThat(read(file(module.folder(), language)).lines())
          .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
          .extracting(line -> line.substring(0, line.indexOf('=')))
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void theCodeUsesEveryMessage(Module module) {
    Set<String> texts = module.textsInCode();
    assertThat(module.english().keySet())
        .filteredOn(key -> !key.startsWith(ASKED_BY_THE_CONSOLE))
        .allMatch(key -> texts.contains(key) || texts.contains(beginning(key)));
  }

  /** An adapter may use messages of the core. */
  @ParameterizedTest
  @MethodSource("modules")
  void everyMessageThatTheCodeUsesIsThere(Module module) {
    Set<String> keys =
        modules().stream()
            .flatMap(each -> each.english().keySet().stream())
            .collect(Collectors.toSet());
    assertThat(module.textsInCode())
        .filteredOn(text -> KEY.matcher(text).matches())
        .isNotEmpty()
        .isSubsetOf(keys);
  }

  /** The word of Keycloak's own German texts and links. */
  @ParameterizedTest
  @MethodSource("modules")
  void theGermanWordIsPasswort(Module module) {
    assertThat(module.bundles().get("de").values())
        .noneMatch(message -> message.toLowerCase(Locale.ROOT).contains("kennwort"));
  }

  @ParameterizedTest
  @EnumSource(UnusableReason.class)
  void everyReasonWhyAnAccountCannotBeUsedIsPutIntoWords(UnusableReason reason) {
    assertThat(module("user-storage-core").english())
        .containsKey("userPoolRefused." + reason.code());
  }

  @Test
  void anExampleOfJsonIsShownAsJson() {
    String shown =
        new MessageFormat(module("common").english().get("poolSettingMap"))
            .format(new Object[] {"x"});

    assertThat(shown).endsWith("[{\"key\":\"...\",\"value\":\"...\"}].");
  }

  private static Module module(String name) {
    return modules().stream()
        .filter(module -> module.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Stream<Arguments> all() {
    return modules().stream()
        .flatMap(
            module ->
                module.english().keySet().stream()
                    .flatMap(
                        key ->
                            LANGUAGES.stream()
                                .map(
                                    language ->
                                        Arguments.of(
                                            key,
                                            language,
                                            module.bundles().get(language).getOrDefault(key, ""),
                                            module.english().get(key)))));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyMessageHasItsArgumentsAndCanBeFormatted(
      String key, String language, String message, String english) {
    assertThat(placeholders(message)).isEqualTo(placeholders(english));
    if (ON_A_FORM.matcher(key).matches()) {
      assertThat(placeholders(message)).isEmpty();
      assertThat(message).doesNotContain("''", "'{", "{{");
      assertThat(key.contains("Label.") && message.matches(".*['{}].*"))
          .as("the messages about settings, some of which are formatted, have the labels, too")
          .isFalse();
      return;
    }
    boolean chooses = message.contains(CHOICE);
    String shown = new MessageFormat(message).format(chooses ? numbers() : texts());

    if (!chooses) {
      assertThat(placeholders(message))
          .allSatisfy(number -> assertThat(shown).contains("<" + number + ">"));
    }
    assertThat(shown).doesNotContainPattern(PLACEHOLDER);
    assertThat(message.replaceAll("''|'[{}]'", "")).as("apostrophes").doesNotContain("'");
  }

  /** Texts of forms in every language; {@code ConsoleKeysIT} finds them for every setting shown. */
  static Stream<Arguments> forms() {
    return all()
        .map(Arguments::get)
        .filter(each -> ON_A_FORM.matcher((String) each[0]).matches())
        .map(each -> Arguments.of(each[0], each[1], each[2]));
  }

  @Test
  void everyFormHasTexts() {
    assertThat(forms().map(each -> ((String) each.get()[0]).replaceAll("(Label|Help).*", "")))
        .contains("userPool", "auth0", "cognito", "rest", "identityPool");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everySettingHasALabelAndAHelpInSentences(String key, String language, String text) {
    if (key.contains("Help.")) {
      assertThat(text).hasSizeGreaterThan(10).endsWith(".");
      assertThat(KEYS_OF_FORMS).contains(key.replace("Help.", "Label."));
    } else {
      assertThat(text).isNotBlank();
      assertThat(KEYS_OF_FORMS).contains(key.replace("Label.", "Help."));
    }
  }

  /** No form shows them, but a saved pool may still have them. */
  @ParameterizedTest
  @ValueSource(strings = {"syncAttributes", "justInTimeMigration"})
  void aFormerSettingHasALabelAndAHelp(String name) {
    assertThat(KEYS_OF_FORMS).contains("userPoolLabel." + name, "userPoolHelp." + name);
  }

  private static Object[] texts() {
    return new Object[] {"<0>", "<1>", "<2>", "<3>"};
  }

  /** Arguments for choices; two selects each plural. */
  private static Object[] numbers() {
    Object[] numbers = new Object[64];
    Arrays.fill(numbers, 2);
    return numbers;
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyMessageToAnAdminNamesTheSettingFirst(
      String key, String language, String message, String english) {
    if (!TO_PEOPLE.matcher(key).matches()
        && !key.startsWith(ASKED_BY_THE_CONSOLE)
        && !key.matches("(poolAdmin|identity(Schema|Json|Lint|Store|Admin|Pool(?!Setting))).*")
        && !isLabel(key)
        && !Set.of("userPoolNothingToSynchronize", "passwordRefused").contains(key)) {
      assertThat(message).startsWith("{0}: ");
    }
  }

  /** Stand-alone texts: titles of providers, forms, user attributes. */
  private static boolean isLabel(String key) {
    return key.endsWith("-user-pool")
        || ON_A_FORM.matcher(key).matches()
        || key.equals("userPoolStatusHelp")
        || PoolAttributes.VISIBLE.contains(key)
        || PoolAttributes.INTERNAL.contains(key);
  }

  private static String beginning(String key) {
    return key.substring(0, key.lastIndexOf('.') + 1);
  }

  private static Set<String> placeholders(String message) {
    return PLACEHOLDER
        .matcher(message)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path messages(Path module) {
    return module.resolve("src/main/resources/theme-resources/messages");
  }

  private static Path file(Path module, String language) {
    return messages(module).resolve("messages_" + language + ".properties");
  }

  private static Map<String, String> bundle(Path module, String language) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file(module, language), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> bundle = new TreeMap<>();
    properties.forEach((key, value) -> bundle.put(key.toString(), value.toString()));
    return bundle;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
