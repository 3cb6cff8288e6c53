package io.keycloakpools.demo.site;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What there is to see and to try: printed at the start, and shown on the start page.
 *
 * @param password of all people
 */
public record Guide(
    List<Place> places, String password, List<Directory> directories, List<Step> steps) {

  public record Place(String name, URI address, String note) {}

  /**
   * A directory.
   *
   * @param about what is simulated, and where its people sign in
   * @param settings what to enter for a user pool, by the labels of the console's form
   */
  public record Directory(
      String name, String about, List<Somebody> people, Map<String, String> settings) {}

  public record Somebody(String username, String note) {}

  public record Step(String title, List<Part> parts) {
    public static Step of(String title, Part... parts) {
      return new Step(title, List.of(parts));
    }
  }

  public sealed interface Part {}

  public record Say(String text) implements Part {}

  public record Command(String text) implements Part {}

  public record Open(URI address) implements Part {}

  public record Enter(String label, String value) implements Part {}
}
