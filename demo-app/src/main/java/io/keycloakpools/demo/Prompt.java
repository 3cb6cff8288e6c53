package io.keycloakpools.demo;

import io.keycloakpools.demo.site.Guide;
import io.keycloakpools.harness.admin.Change;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

final class Prompt {
  static final String HELP =
      """
      set USER ATTRIBUTE VALUE   change an attribute in the directory, such as custom:department
                                 in Cognito, user_metadata.department in Auth0
      groups USER [GROUP ...]    change the groups in Cognito, the roles in Auth0; employees gives
                                 the role staff
      show USER                  what the directory has
      stop POOL                  the directory is gone
      start POOL                 the directory is there again
      invite FIRST LAST E-MAIL   Keycloak invites somebody into the identity pool Staff
      settings POOL              what an admin enters to attach the directory to a user pool
      quit                       or Ctrl-C
      """;

  interface Invitations {
    Change invite(String given, String family, String email);
  }

  private final List<DemoPool> pools;
  private final Guide guide;
  private final Invitations invitations;
  private final PrintStream out;

  Prompt(List<DemoPool> pools, Guide guide, Invitations invitations, PrintStream out) {
    this.pools = pools;
    this.guide = guide;
    this.invitations = invitations;
    this.out = out;
  }

  /** Returns true after {@code quit}, false at the end of the input. */
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
      return show(words.get(1));
    }
    if (command.equals("stop") && words.size() == 2) {
      pool(words.get(1)).simulator().stop();
      return "Nobody answers at the directory of pool " + words.get(1) + ".";
    }
    if (command.equals("start") && words.size() == 2) {
      pool(words.get(1)).simulator().start();
      return "The directory of pool " + words.get(1) + " answers.";
    }
    if (command.equals("invite") && words.size() == 4) {
      return invite(words.get(1), words.get(2), words.get(3));
    }
    if (command.equals("settings") && words.size() == 2) {
      return settings(words.get(1));
    }
    return HELP.stripTrailing();
  }

  private String invite(String given, String family, String email) {
    return invitations.invite(given, family, email) instanceof Change.Refused refused
        ? "Keycloak refused it: " + refused.errorMessage()
        : "Keycloak has sent an e-mail to " + email + ".";
  }

  private String settings(String name) {
    DemoPool pool = pool(name);
    StringBuilder text = new StringBuilder("Provider " + pool.directory().providerId());
    guide.directories().stream()
        .filter(directory -> directory.name().equals(name))
        .flatMap(directory -> directory.settings().entrySet().stream())
        .forEach(
            setting -> text.append("%n  %-20s %s".formatted(setting.getKey(), setting.getValue())));
    return text.toString();
  }

  private String set(String username, String attribute, String value) {
    home(username).directory().set(username, attribute, value);
    return show(username);
  }

  private String groups(String username, String... words) {
    String[] names = List.of(words).subList(2, words.length).toArray(String[]::new);
    home(username).directory().setGroups(username, names);
    return show(username);
  }

  private String show(String username) {
    return "In the directory: " + home(username).directory().show(username);
  }

  private DemoPool home(String username) {
    return pools.stream()
        .filter(pool -> pool.directory().has(username))
        .findFirst()
        .orElseThrow(() -> new Problem("No directory has a user " + username + "."));
  }

  private DemoPool pool(String name) {
    return pools.stream()
        .filter(pool -> pool.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Problem("There is no pool " + name + ", only " + names() + "."));
  }

  private String names() {
    return pools.stream().map(DemoPool::name).collect(Collectors.joining(", "));
  }
}
