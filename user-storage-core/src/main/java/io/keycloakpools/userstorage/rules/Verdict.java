package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.function.Function;

public sealed interface Verdict {

  interface Cases<R> {

    R signIn(SignIn verdict);

    R signInUnchanged(SignInUnchanged verdict);

    R wrongPassword(WrongPassword verdict);

    R refused(Refused verdict);

    R tryLater(TryLater verdict);
  }

  /** Decides by case; the compiler requires all of them. */
  <R> R fold(Cases<R> cases);

  sealed interface OnReset extends Verdict permits SignIn, Refused, TryLater {

    <R> R fold(
        Function<? super SignIn, ? extends R> signIn,
        Function<? super Refused, ? extends R> refused,
        Function<? super TryLater, ? extends R> tryLater);
  }

  /**
   * The person is authenticated.
   *
   * @param then required before the session begins
   */
  record SignIn(DirectoryUser user, Followup then) implements OnReset {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.signIn(this);
    }

    @Override
    public <R> R fold(
        Function<? super SignIn, ? extends R> signIn,
        Function<? super Refused, ? extends R> refused,
        Function<? super TryLater, ? extends R> tryLater) {
      return signIn.apply(this);
    }
  }

  /**
   * The password was verified, but no user data arrived. Sufficient only where nothing needs to be
   * written: for linked users. For others it is {@link TryLater}.
   */
  record SignInUnchanged(Outage outage) implements Verdict {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.signInUnchanged(this);
    }
  }

  /** Keycloak handles it, including the brute-force counter. */
  record WrongPassword() implements Verdict {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.wrongPassword(this);
    }
  }

  /**
   * Refused with a message; no failure is counted. {@code code} and {@code told} come from the
   * directory, or are empty.
   */
  record Refused(UnusableReason reason, String code, String told) implements OnReset {
    public Refused(UnusableReason reason) {
      this(reason, "", "");
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.refused(this);
    }

    @Override
    public <R> R fold(
        Function<? super SignIn, ? extends R> signIn,
        Function<? super Refused, ? extends R> refused,
        Function<? super TryLater, ? extends R> tryLater) {
      return refused.apply(this);
    }

    /** The directory's message may echo the request. */
    @Override
    public String toString() {
      return "Refused[" + reason + ", " + code + "]";
    }
  }

  /** The password could not be checked; no failure is counted. */
  record TryLater(Outage outage) implements OnReset {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.tryLater(this);
    }

    @Override
    public <R> R fold(
        Function<? super SignIn, ? extends R> signIn,
        Function<? super Refused, ? extends R> refused,
        Function<? super TryLater, ? extends R> tryLater) {
      return tryLater.apply(this);
    }
  }

  enum Followup {
    NOTHING,
    UPDATE_PASSWORD,
    CONFIGURE_TOTP
  }
}
