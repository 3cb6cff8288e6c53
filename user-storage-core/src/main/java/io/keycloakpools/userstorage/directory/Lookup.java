package io.keycloakpools.userstorage.directory;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** What a directory says when it is asked for a user. */
public sealed interface Lookup {

  /** Decides by the case; the compiler requires a decision for each. */
  <R> R fold(
      Function<? super DirectoryUser, ? extends R> found,
      Supplier<? extends R> notFound,
      IntFunction<? extends R> ambiguous,
      Function<? super Outage, ? extends R> unavailable);

  /** The directory has exactly this user. */
  record Found(DirectoryUser user) implements Lookup {

    @Override
    public <R> R fold(
        Function<? super DirectoryUser, ? extends R> found,
        Supplier<? extends R> notFound,
        IntFunction<? extends R> ambiguous,
        Function<? super Outage, ? extends R> unavailable) {
      return found.apply(user);
    }
  }

  /** The directory answered, and has no such user. */
  record NotFound() implements Lookup {

    @Override
    public <R> R fold(
        Function<? super DirectoryUser, ? extends R> found,
        Supplier<? extends R> notFound,
        IntFunction<? extends R> ambiguous,
        Function<? super Outage, ? extends R> unavailable) {
      return notFound.get();
    }
  }

  /**
   * More than one user fits and none is preferable.
   *
   * @param matches how many
   */
  record Ambiguous(int matches) implements Lookup {

    @Override
    public <R> R fold(
        Function<? super DirectoryUser, ? extends R> found,
        Supplier<? extends R> notFound,
        IntFunction<? extends R> ambiguous,
        Function<? super Outage, ? extends R> unavailable) {
      return ambiguous.apply(matches);
    }
  }

  /** The directory did not give a usable answer: the user may exist. */
  record Unavailable(Outage outage) implements Lookup {

    @Override
    public <R> R fold(
        Function<? super DirectoryUser, ? extends R> found,
        Supplier<? extends R> notFound,
        IntFunction<? extends R> ambiguous,
        Function<? super Outage, ? extends R> unavailable) {
      return unavailable.apply(outage);
    }
  }
}
