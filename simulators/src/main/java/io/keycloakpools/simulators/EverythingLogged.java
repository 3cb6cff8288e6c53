package io.keycloakpools.simulators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that is logged while it is open, at every level: for tests of what must not be. */
public final class EverythingLogged implements AutoCloseable {

  private final Map<Logger, Level> before = new LinkedHashMap<>();
  private final Entries entries = new Entries();

  private static final class Entries extends Handler {
    private final Queue<String> texts = new ConcurrentLinkedQueue<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    Entries() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord entry) {
      texts.add(entry.getLoggerName() + ": " + formatter.format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private EverythingLogged() {}

  /**
   * Begins to listen.
   *
   * @param roots loggers below which all others are
   */
  public static EverythingLogged below(Logger... roots) {
    EverythingLogged log = new EverythingLogged();
    for (Logger root : roots) {
      log.before.putIfAbsent(root, root.getLevel());
      root.addHandler(log.entries);
      root.setLevel(Level.ALL);
    }
    return log;
  }

  /** One text for each entry: the name of its logger, and what it says. */
  public List<String> entries() {
    return List.copyOf(entries.texts);
  }

  /** All entries, one after the other. */
  public String text() {
    return String.join("", entries.texts);
  }

  /** Has everybody log as before. */
  @Override
  public void close() {
    before.forEach(
        (root, level) -> {
          root.removeHandler(entries);
          root.setLevel(level);
        });
  }
}
