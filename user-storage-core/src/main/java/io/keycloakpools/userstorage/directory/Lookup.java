package io.keycloakpools.userstorage.directory;

import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A directory's answer to a look-up. */
public sealed interface Lookup {

  /** Decides by case; the compiler requires all of them. */
  <R> R fold(
      Function<? super DirectoryUser, ? extends R> found,
      Supplier<? extends R> notFound,
      IntFunction<? extends R> ambiguous,
      Function<? super Outage, ? extends R> unavailable);

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

  /** The directory answered that no such user exists. */
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

  /** Several users match and none is preferable. */
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

  /** No usable answer: the user may exist. */
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
