package io.keycloakpools.demo.site;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What is there and what to try: printed at the start, and shown on the start page.
 *
 * @param places addresses of the demo
 * @param password everybody's
 * @param directories the directories and who is in them
 * @param steps what to try, in this order
 */
public record Guide(
    List<Place> places, String password, List<Directory> directories, List<Step> steps) {

  /** An address and what it is good for. */
  public record Place(String name, URI address, String note) {}

  /**
   * A directory.
   *
   * @param name of the user pool
   * @param about what is simulated, and where its people sign in
   * @param people names and what is special about each
   * @param settings for a user pool: labels of the console's form and what to enter
   */
  public record Directory(
      String name, String about, List<Somebody> people, Map<String, String> settings) {}

  /** A person: what they type, and what is special about them. */
  public record Somebody(String username, String note) {}

  /** One thing to try. */
  public record Step(String title, List<Part> parts) {
    public static Step of(String title, Part... parts) {
      return new Step(title, List.of(parts));
    }
  }

  /** A part of a step. */
  public sealed interface Part {}

  /** A sentence or more. */
  public record Say(String text) implements Part {}

  /** A command for the demo's prompt. */
  public record Command(String text) implements Part {}

  /** An address to open. */
  public record Open(URI address) implements Part {}

  /** Something to enter into a form of the console. */
  public record Enter(String label, String value) implements Part {}
}
