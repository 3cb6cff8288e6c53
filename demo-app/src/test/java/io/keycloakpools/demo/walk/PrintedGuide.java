package io.keycloakpools.demo.walk;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
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
  private static final Pattern PLACE = Pattern.compile("(\\S.*?) {2,}(http://\\S+)(?: .*)?");
  private static final Pattern PASSWORD = Pattern.compile("Everybody's password is (\\S+)");
  private static final Pattern POOL = Pattern.compile("User pool (.+?): (.+)");
  private static final Pattern PERSON = Pattern.compile(" {2}(\\S+) +(\\S.*)");
  private static final Pattern STEP = Pattern.compile(" ?(\\d+)\\. (.+)");
  private static final Pattern COPY = Pattern.compile(" {8}\\S.*");
  private static final Pattern SAY = Pattern.compile(" {4}\\S.*");
  private static final Pattern COMMAND = Pattern.compile("([a-z]+)( [A-Z].*)? {2,}\\S.*");

  static PrintedGuide of(String screen) {
    Map<String, URI> places = new LinkedHashMap<>();
    Map<String, String> pools = new LinkedHashMap<>();
    Map<String, Map<String, String>> people = new LinkedHashMap<>();
    List<PrintedStep> steps = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    String password = "";
    Map<String, String> pool = Map.of();
    for (String line : screen.lines().toList()) {
      Matcher match;
      if ((match = PASSWORD.matcher(line)).matches()) {
        password = match.group(1);
      } else if ((match = POOL.matcher(line)).matches()) {
        pools.put(match.group(1), match.group(2));
        pool = new LinkedHashMap<>();
        people.put(match.group(1), pool);
      } else if ((match = STEP.matcher(line)).matches()) {
        steps.add(new PrintedStep(Integer.parseInt(match.group(1)), match.group(2)));
      } else if (!steps.isEmpty() && COPY.matcher(line).matches()) {
        steps.get(steps.size() - 1).copy(line);
      } else if (!steps.isEmpty() && SAY.matcher(line).matches()) {
        steps.get(steps.size() - 1).say(line);
      } else if (steps.isEmpty() && !people.isEmpty()) {
        person(pool, line);
      } else if (steps.isEmpty() && (match = PLACE.matcher(line)).matches()) {
        places.put(match.group(1), URI.create(match.group(2)));
      } else if ((match = COMMAND.matcher(line)).matches()) {
        commands.add(match.group(1));
      }
    }
    return new PrintedGuide(places, password, pools, people, steps, commands);
  }

  private static void person(Map<String, String> pool, String line) {
    Matcher match = PERSON.matcher(line);
    if (match.matches()) {
      pool.put(match.group(1), match.group(2));
    }
  }
}
