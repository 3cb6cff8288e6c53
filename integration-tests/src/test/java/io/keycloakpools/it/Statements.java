package io.keycloakpools.it;

import io.keycloakpools.harness.admin.AdminRest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SQL statements of a realm's requests, by the recorder in {@code src/statement-recorder}. */
record Statements(AdminRest realm) implements AutoCloseable {

  private static final String RECORDED = "/statement-recorder/statements";

  private static final Pattern TABLE =
      Pattern.compile("^(?:select .*? from|insert into|update|delete from) +([a-z_]+)");

  /** Forgets what was recorded before. */
  void begin() {
    realm.post(RECORDED, Map.of()).expectDone();
  }

  /** How many statements there were, by kind and table, for example {@code insert USER_ENTITY}. */
  Map<String, Integer> counted() {
    Map<String, Integer> counts = new TreeMap<>();
    realm
        .read(RECORDED)
        .valueStream()
        .map(statement -> kind(statement.asText()))
        .forEach(kind -> counts.merge(kind, 1, Integer::sum));
    return counts;
  }

  private static String kind(String statement) {
    String text = statement.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").trim();
    Matcher table = TABLE.matcher(text);
    if (!table.find()) {
      return text;
    }
    return text.substring(0, text.indexOf(' ')) + " " + table.group(1).toUpperCase(Locale.ROOT);
  }

  @Override
  public void close() {
    realm.delete(RECORDED).expectDone();
  }
}
