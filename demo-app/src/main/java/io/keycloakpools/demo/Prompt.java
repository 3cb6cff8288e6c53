package io.keycloakpools.demo;

import io.keycloakpools.simulators.cognito.CognitoUser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** The commands that change the directories while the demo runs. */
final class Prompt {
  static final String HELP =
      """
      set USER ATTRIBUTE VALUE   change an attribute in the directory, such as custom:department
      groups USER [GROUP ...]    change the groups in the directory; employees gives the role staff
      show USER                  what the directory has
      stop POOL, start POOL      linked or migrating: the directory is gone, or there again
      quit                       or Ctrl-C
      """;

  private final List<DemoPool> pools;
  private final PrintStream out;

  Prompt(List<DemoPool> pools, PrintStream out) {
    this.pools = pools;
    this.out = out;
  }

  /** Obeys until {@code quit}; false when the input ended without it. */
  boolean run(BufferedReader in) throws IOException {
    out.print("> ");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.strip().equals("quit")) {
        return true;
      }
      out.print(answer(line.strip()));
      out.print("> ");
    }
    return false;
  }

  /** What a command answers, lines ended. */
  String answer(String line) {
    if (line.isEmpty()) {
      return "";
    }
    List<String> words = List.of(line.split("\\s+", 4));
    try {
      return obey(words, line) + System.lineSeparator();
    } catch (Problem e) {
      return e.getMessage() + System.lineSeparator();
    }
  }

  private String obey(List<String> words, String line) {
    String command = words.get(0);
    if (command.equals("set") && words.size() == 4) {
      return set(words.get(1), words.get(2), words.get(3));
    }
    if (command.equals("groups") && words.size() > 1) {
      return groups(words.get(1), line.split("\\s+"));
    }
    if (command.equals("show") && words.size() == 2) {
      return text(user(words.get(1)));
    }
    if (command.equals("stop") && words.size() == 2) {
      pool(words.get(1)).directory().stop();
      return "Nobody answers at the directory of pool " + words.get(1) + ".";
    }
    if (command.equals("start") && words.size() == 2) {
      pool(words.get(1)).directory().start();
      return "The directory of pool " + words.get(1) + " answers.";
    }
    return HELP.stripTrailing();
  }

  private String set(String username, String attribute, String value) {
    return text(home(username).directory().users().setAttribute(username, attribute, value));
  }

  private String groups(String username, String... words) {
    DemoPool pool = home(username);
    pool.directory()
        .users()
        .setGroups(username, List.of(words).subList(2, words.length).toArray(String[]::new));
    return text(user(username));
  }

  private CognitoUser user(String username) {
    return home(username).directory().users().find(username).orElseThrow();
  }

  private DemoPool home(String username) {
    return pools.stream()
        .filter(pool -> pool.has(username))
        .findFirst()
        .orElseThrow(() -> new Problem("No directory has a user " + username + "."));
  }

  private DemoPool pool(String name) {
    return pools.stream()
        .filter(pool -> pool.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Problem("There is no pool " + name + ": linked or migrating."));
  }

  private static String text(CognitoUser user) {
    return "In the directory: %s, %s, groups %s"
        .formatted(user.username(), user.attributes(), user.groups());
  }
}
