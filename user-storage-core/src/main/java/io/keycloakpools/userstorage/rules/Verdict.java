package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Outage;
import io.keycloakpools.userstorage.directory.UnusableReason;
import java.util.function.Function;

/** What a password check means for the person who signs in. */
public sealed interface Verdict {

  /** A reaction to each case. */
  interface Cases<R> {

    R signIn(SignIn verdict);

    R signInUnchanged(SignInUnchanged verdict);

    R wrongPassword(WrongPassword verdict);

    R refused(Refused verdict);

    R tryLater(TryLater verdict);
  }

  /** Reacts to the case; a new case does not compile before every reaction has it. */
  <R> R fold(Cases<R> cases);

  /** What a new password is answered with. */
  sealed interface OnReset extends Verdict permits SignIn, Refused {

    <R> R fold(
        Function<? super SignIn, ? extends R> signIn,
        Function<? super Refused, ? extends R> refused);
  }

  /**
   * The person is who they say.
   *
   * @param user fresh data from the directory
   * @param then what the person must do before the session begins
   */
  record SignIn(DirectoryUser user, Followup then) implements OnReset {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.signIn(this);
    }

    @Override
    public <R> R fold(
        Function<? super SignIn, ? extends R> signIn,
        Function<? super Refused, ? extends R> refused) {
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

  /** Wrong password: Keycloak's own handling, brute-force counter included. */
  record WrongPassword() implements Verdict {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.wrongPassword(this);
    }
  }

  /**
   * Refused with a message; no counter moves.
   *
   * @param code the directory's own word for it, if the directory refused; may be empty
   * @param told what the directory tells the person in its own words; may be empty
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
        Function<? super Refused, ? extends R> refused) {
      return refused.apply(this);
    }

    /** Without the directory's text, which may repeat what was sent. */
    @Override
    public String toString() {
      return "Refused[" + reason + ", " + code + "]";
    }
  }

  /** Nobody could check: come back later; no counter moves. */
  record TryLater(Outage outage) implements Verdict {

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.tryLater(this);
    }
  }

  /** What a person must do right after the password was found right. */
  enum Followup {
    NOTHING,
    UPDATE_PASSWORD,
    CONFIGURE_TOTP
  }
}
