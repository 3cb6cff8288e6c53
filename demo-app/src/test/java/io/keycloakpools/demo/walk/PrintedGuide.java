package io.keycloakpools.demo.walk;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the demo prints.
 *
 * @param places addresses by name
 * @param pools what is said of each user pool
 * @param people names by pool, with what is said of each
 * @param steps what to try
 * @param commands first words of the prompt's commands
 */
record PrintedGuide(
    Map<String, URI> places,
    String password,
    Map<String, String> pools,
    Map<String, Map<String, String>> people,
    List<PrintedStep> steps,
    List<String> commands) {
  private static final Pattern PLACE = Pattern.compile("^(\\S.*?) {2,}(http://\\S+)(?: .*)?$");
  private static final Pattern PASSWORD = Pattern.compile("Everybody's password is (\\S+)");
  private static final Pattern POOL = Pattern.compile("^User pool (.+?): (.+)$");
  private static final Pattern PERSON = Pattern.compile("^ {2}(\\S+) +(\\S.*)$");
  private static final Pattern STEP = Pattern.compile("^ ?(\\d+)\\. (.+)$");
  private static final Pattern COPY = Pattern.compile("^ {8}\\S.*$");
  private static final Pattern SAY = Pattern.compile("^ {4}\\S.*$");
  private static final Pattern COMMAND = Pattern.compile("^([a-z]+)( [A-Z].*)? {2,}\\S.*$");

  static PrintedGuide of(String screen) {
    PrintedGuide guide =
        new PrintedGuide(
            new LinkedHashMap<>(),
            match(PASSWORD, screen).map(found -> found.group(1)).orElse(""),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new ArrayList<>(),
            new ArrayList<>());
    screen.lines().forEach(guide::read);
    return guide;
  }

  private void read(String line) {
    match(STEP, line)
        .ifPresent(
            step -> steps.add(new PrintedStep(Integer.parseInt(step.group(1)), step.group(2))));
    if (steps.isEmpty()) {
      match(POOL, line).ifPresent(this::pool);
      match(PERSON, line).filter(person -> !people.isEmpty()).ifPresent(this::person);
      match(PLACE, line).ifPresent(place -> places.put(place.group(1), URI.create(place.group(2))));
    } else {
      match(COPY, line).ifPresent(copy -> last().copy(copy.group()));
      match(SAY, line).ifPresent(say -> last().say(say.group()));
      match(COMMAND, line).ifPresent(command -> commands.add(command.group(1)));
    }
  }

  private void pool(MatchResult pool) {
    pools.put(pool.group(1), pool.group(2));
    people.put(pool.group(1), new LinkedHashMap<>());
  }

  private void person(MatchResult person) {
    List<Map<String, String>> all = List.copyOf(people.values());
    all.get(all.size() - 1).put(person.group(1), person.group(2));
  }

  private PrintedStep last() {
    return steps.get(steps.size() - 1);
  }

  private static Optional<MatchResult> match(Pattern pattern, String text) {
    return pattern.matcher(text).results().findFirst();
  }
}
