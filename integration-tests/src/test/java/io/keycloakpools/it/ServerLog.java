package io.keycloakpools.it;

import io.keycloakpools.harness.admin.TestRealm;
import io.keycloakpools.harness.server.KeycloakRuntime;
import io.keycloakpools.harness.server.LazyLoaderRace;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * New records of a server's log. Tests in other realms run at the same time: the realm that the
 * server adds to each record (Keycloak's option {@code log-mdc-keys}) tells them apart.
 */
public final class ServerLog {

  private static final String EMAIL_NOT_SENT = "KC-SERVICES0088";

  /** A record begins with the time; a stack trace belongs to the record before. */
  private static final Pattern BEGIN =
      Pattern.compile("^(?=\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} )", Pattern.MULTILINE);

  private static final String OURS = "[io.keycloakpools.";
  private static final String NONE = "";

  private static final Pattern REALM = Pattern.compile("kc\\.realmName=([^,}\\s]+)");

  private final Supplier<String> log;
  private final int from;
  private final Predicate<String> realms;

  ServerLog(Supplier<String> log, Predicate<String> realms) {
    this.log = log;
    this.from = log.get().length();
    this.realms = realms;
  }

  /** All records, for a server that only this test uses. */
  public static ServerLog from(KeycloakRuntime keycloak) {
    return new ServerLog(keycloak::log, realm -> true);
  }

  /** Records of this realm or of none. */
  public static ServerLog of(TestRealm realm, KeycloakRuntime keycloak) {
    return new ServerLog(keycloak::log, realm.name()::equals);
  }

  public String text() {
    return Arrays.stream(BEGIN.split(log.get().substring(from), -1))
        .filter(this::concerns)
        .collect(Collectors.joining());
  }

  private boolean concerns(String written) {
    Matcher realm = REALM.matcher(written.lines().findFirst().orElse(""));
    return !realm.find() || realms.test(realm.group(1));
  }

  /**
   * Lines that call for an administrator, except failed e-mails of other tests and {@link
   * LazyLoaderRace}. Lines without a realm, as for administrators' calls, may be a neighbour's.
   */
  public List<String> errors() {
    return text()
        .lines()
        .filter(line -> line.contains(" ERROR ") && !line.contains(EMAIL_NOT_SENT))
        .filter(line -> realms.test(NONE) || REALM.matcher(line).find() || line.contains(OURS))
        .filter(line -> !LazyLoaderRace.in(line))
        .toList();
  }
}
