package io.keycloakpools.userstorage.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the body of an answer is. The body decides and not its header alone: PHP sends {@code
 * text/html} with nothing at all, Express with a short text or with JSON.
 */
public enum Content {
  /** Nothing, or blanks. */
  NOTHING,
  /** Whole JSON. */
  JSON,
  /** A short text, as frameworks send it with a status. */
  TEXT,
  /** A page of HTML: from a proxy, a portal or a wrong address. */
  PAGE,
  /** JSON that is cut off, or a text that no endpoint sends with a status. */
  UNREADABLE;

  private static final int LONGEST_TEXT = 1024;

  /** Tags, comments and the document type: what begins a page or stands in one. */
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
