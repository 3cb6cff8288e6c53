package io.keycloakpools.harness.person;

import java.time.Duration;

/** What a person sees after one step of a sign-in. */
public sealed interface LoginOutcome {
  Duration elapsed();

  default <T extends LoginOutcome> T expect(Class<T> expected) {
    if (expected.isInstance(this)) {
      return expected.cast(this);
    }
    throw new IllegalStateException("Expected " + expected.getSimpleName() + " but got " + this);
  }

  /** Back at the application with a code; {@link Browser#exchange} turns it into tokens. */
  record SignedIn(String code, Duration elapsed) implements LoginOutcome {
    @Override
    public String toString() {
      return "SignedIn[" + elapsed + "]";
    }
  }

  record SentBack(String error, String description, Duration elapsed) implements LoginOutcome {}

  /** Authenticated, but an action is required first, such as {@code UPDATE_PASSWORD}. */
  record RequiredActionPage(Page page, String action, Duration elapsed) implements LoginOutcome {}

  record Refused(Page page, String message, Duration elapsed) implements LoginOutcome {}

  /** An error page without a form. */
  record ErrorPage(Page page, int status, String message, Duration elapsed)
      implements LoginOutcome {}

  /** A page that asks for something else, such as a one-time code, or only informs. */
  record OtherPage(Page page, Duration elapsed) implements LoginOutcome {}
}
