package io.keycloakpools.identitypool.schema;

import io.keycloakpools.identitypool.json.Bounds;

/** Limits the work for one document: counted, not timed, to be reproducible. */
public final class Work {

  /** Measured: so many steps of a regular expression take about as long as one keyword. */
  private static final int STEPS = 16;

  private static final ThreadLocal<Work> CURRENT = new ThreadLocal<>();

  public static final class Exceeded extends RuntimeException {
    Exceeded() {
      super("Too much work for one document", null, false, false);
    }
  }

  private final int most;
  private int done;

  Work(int most) {
    this.most = most;
  }

  /** The work of the validation on this thread, because the validator gives patterns no context. */
  static Work current() {
    Work current = CURRENT.get();
    return current == null ? new Work(Bounds.WORK) : current;
  }

  void run(Runnable validation) {
    CURRENT.set(this);
    try {
      validation.run();
    } finally {
      CURRENT.remove();
    }
  }

  public void keyword() {
    spend(1);
  }

  void matching(int patternSize, int textLength) {
    spend(1 + (long) patternSize * textLength / STEPS);
  }

  /** An error may still be dropped, inside of {@code anyOf}. */
  public void error() {
    spend(10);
  }

  private void spend(long units) {
    done = (int) Math.min(Integer.MAX_VALUE, done + units);
    if (done > most) {
      throw new Exceeded();
    }
  }
}
