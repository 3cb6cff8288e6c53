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

/**
 * Captures every log entry, at every level, while it is open: for tests of what must not be logged.
 */
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

  public static EverythingLogged below(Logger... roots) {
    EverythingLogged log = new EverythingLogged();
    for (Logger root : roots) {
      log.before.putIfAbsent(root, root.getLevel());
      root.addHandler(log.entries);
      root.setLevel(Level.ALL);
    }
    return log;
  }

  /** Returns one text for each entry: the name of the logger, and the message. */
  public List<String> entries() {
    return List.copyOf(entries.texts);
  }

  public String text() {
    return String.join("", entries.texts);
  }

  @Override
  public void close() {
    before.forEach(
        (root, level) -> {
          root.removeHandler(entries);
          root.setLevel(level);
        });
  }
}
