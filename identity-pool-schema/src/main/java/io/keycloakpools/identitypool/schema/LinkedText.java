package io.keycloakpools.identitypool.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts with links in Markdown: {@code I accept the [terms](https://example.com/terms)}. An address
 * is {@code https:} with a host, or {@code mailto:}. All other Markdown and HTML is shown
 * literally.
 */
public final class LinkedText {

  /** Bounded and without nesting, so that it matches in linear time. */
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{1,500})]\\(([^\\s()<>\"]{1,2000})\\)");

  private LinkedText() {}

  /**
   * A piece of a text.
   *
   * @param address empty for plain text
   */
  public record Part(String text, String address) {

    /** For templates, where {@code text} would be the method of that name. */
    public String getWords() {
      return text;
    }

    public String getLink() {
      return address;
    }
  }

  public static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    int from = 0;
    while (link.find()) {
      if (isAllowed(link.group(2))) {
        plain(text, from, link.start()).ifPresent(parts::add);
        parts.add(new Part(link.group(1), link.group(2)));
        from = link.end();
      }
    }
    plain(text, from, text.length()).ifPresent(parts::add);
    return List.copyOf(parts);
  }

  private static Optional<Part> plain(String text, int from, int to) {
    return from < to ? Optional.of(new Part(text.substring(from, to), "")) : Optional.empty();
  }

  public static String withoutAddresses(String text) {
    return parts(text).stream().map(Part::text).collect(Collectors.joining());
  }

  /** For places where links are text: {@code the terms (https://example.com/terms)}. */
  public static String withAddresses(String text) {
    return parts(text).stream()
        .map(
            part -> part.address().isEmpty() ? part.text() : part.text() + " (" + shown(part) + ")")
        .collect(Collectors.joining());
  }

  private static String shown(Part part) {
    return part.address().replaceFirst("(?i)^mailto:", "");
  }

  /** An address that looks like a link's and is not allowed. */
  public static Optional<String> refused(String text) {
    return LINK.matcher(text)
        .results()
        .map(link -> link.group(2))
        .filter(address -> !isAllowed(address))
        .findFirst();
  }

  /** {@code https://bank.example@evil.example/} looks like the site of the bank. */
  private static boolean isAllowed(String address) {
    try {
      URI uri = new URI(address);
      String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
      return switch (scheme) {
        case "https" -> uri.getHost() != null && uri.getRawUserInfo() == null;
        case "mailto" -> uri.isOpaque() && uri.getSchemeSpecificPart().contains("@");
        default -> false;
      };
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
