package io.keycloakpools.userstorage.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Kind of a response body. The content type does not decide: PHP sends {@code text/html} with
 * nothing, Express with short text or JSON.
 */
public enum Content {
  NOTHING,
  JSON,
  /** Short text, as frameworks send with a status. */
  TEXT,
  /** HTML from a proxy, a portal or a wrong address. */
  PAGE,
  /** Truncated JSON, or text that no endpoint sends with a status. */
  UNREADABLE;

  private static final int LONGEST_TEXT = 1024;

  /** Tags, comments and the document type. */
  private static final Pattern MARKUP = Pattern.compile("<[A-Za-z!/]");

  private static final Pattern JSON_BEGINS = Pattern.compile("[\\[{\"]");

  static Content of(byte[] body, JsonNode json, String mediaType) {
    if (!json.isMissingNode()) {
      return JSON;
    }
    String text = new String(body, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
    if (text.isEmpty()) {
      return NOTHING;
    }
    if (isPage(text, mediaType.toLowerCase(Locale.ROOT))) {
      return PAGE;
    }
    return text.length() > LONGEST_TEXT || JSON_BEGINS.matcher(text).lookingAt()
        ? UNREADABLE
        : TEXT;
  }

  private static boolean isPage(String text, String mediaType) {
    boolean markup =
        mediaType.contains("html") ? MARKUP.matcher(text).find() : MARKUP.matcher(text).lookingAt();
    return markup && (mediaType.contains("html") || !mediaType.contains("xml"));
  }
}
