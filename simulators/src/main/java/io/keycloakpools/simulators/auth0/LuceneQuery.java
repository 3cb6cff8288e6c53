package io.keycloakpools.simulators.auth0;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simulated part of "User Search Query Syntax": {@code field:value} with a quoted phrase, a
 * word, a prefix with an asterisk or only an asterisk, {@code field:[time TO *]}, and AND, OR, NOT
 * and parentheses. Values of normalized fields are case-insensitive, all others case-sensitive.
 */
final class LuceneQuery {
  private static final Set<String> NORMALIZED =
      Set.of("email", "name", "given_name", "family_name", "nickname");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:([()])|(AND|OR|NOT)(?=[\\s()])|([\\w.\\-]+):(?:\"((?:[^\"\\\\]|\\\\.)*)\""
              + "|\\[(\\S+) TO \\*]"
              + "|((?:[^\\s()\"\\[\\]{}/\\\\]|\\\\.)+)))");

  private record Token(String symbol, String field, String phrase, String since, String word) {}

  private final String text;
  private final List<Token> tokens;
  private int next;

  private LuceneQuery(String text) {
    this.text = text;
    this.tokens = tokens(text);
  }

  static Predicate<JsonNode> parse(String text) {
    LuceneQuery query = new LuceneQuery(text);
    Predicate<JsonNode> all = query.either();
    if (query.next < query.tokens.size()) {
      throw query.notUnderstood();
    }
    return all;
  }

  private List<Token> tokens(String query) {
    List<Token> found = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(query.stripTrailing());
    int end = 0;
    while (end < query.stripTrailing().length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw notUnderstood();
      }
      String symbol = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      found.add(
          new Token(
              symbol, matcher.group(3), matcher.group(4), matcher.group(5), matcher.group(6)));
      end = matcher.end();
    }
    return found;
  }

  private Predicate<JsonNode> either() {
    Predicate<JsonNode> all = both();
    while (accept("OR")) {
      all = all.or(both());
    }
    return all;
  }

  private Predicate<JsonNode> both() {
    Predicate<JsonNode> all = single();
    while (accept("AND")) {
      all = all.and(single());
    }
    return all;
  }

  private Predicate<JsonNode> single() {
    if (accept("NOT")) {
      return single().negate();
    }
    if (accept("(")) {
      Predicate<JsonNode> inner = either();
      if (!accept(")")) {
        throw notUnderstood();
      }
      return inner;
    }
    if (next >= tokens.size() || tokens.get(next).symbol() != null) {
      throw notUnderstood();
    }
    return term(tokens.get(next++));
  }

  private Predicate<JsonNode> term(Token token) {
    boolean folds = NORMALIZED.contains(token.field());
    Predicate<String> value;
    if (token.since() != null) {
      value = since(token.since());
    } else {
      value = token.phrase() == null ? word(token.word(), folds) : exact(token, folds);
    }
    return user -> values(user, List.of(token.field().split("\\.", -1))).stream().anyMatch(value);
  }

  private Predicate<String> since(String text) {
    Instant least = time(text).orElseThrow(this::notUnderstood);
    return actual -> time(actual).filter(each -> !each.isBefore(least)).isPresent();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Predicate<String> exact(Token token, boolean folds) {
    String wanted = fold(unescaped(token.phrase()), folds);
    return actual -> fold(actual, folds).equals(wanted);
  }

  private static Predicate<String> word(String word, boolean folds) {
    boolean prefix = word.endsWith("*") && !word.endsWith("\\*");
    String wanted = fold(unescaped(prefix ? word.substring(0, word.length() - 1) : word), folds);
    return actual ->
        prefix ? fold(actual, folds).startsWith(wanted) : fold(actual, folds).equals(wanted);
  }

  private static List<String> values(JsonNode node, List<String> path) {
    List<String> found = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> found.addAll(values(each, path)));
    } else if (!path.isEmpty()) {
      found.addAll(values(node.path(path.get(0)), path.subList(1, path.size())));
    } else if (node.isValueNode() && !node.isNull()) {
      found.add(node.asText());
    }
    return found;
  }

  private boolean accept(String symbol) {
    boolean there = next < tokens.size() && symbol.equals(tokens.get(next).symbol());
    next += there ? 1 : 0;
    return there;
  }

  private static String unescaped(String value) {
    return value.replaceAll("\\\\(.)", "$1");
  }

  private static String fold(String value, boolean folds) {
    return folds ? value.toLowerCase(Locale.ROOT) : value;
  }

  private Auth0Error notUnderstood() {
    return ManagementErrors.invalidQuery(Undocumented.NOT_UNDERSTOOD + text);
  }
}
