package io.keycloakpools.userstorage.directory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A directory's answer to a listing. */
public sealed interface Listing {

  <R> R fold(
      Function<? super Page, ? extends R> page, Function<? super Outage, ? extends R> unavailable);

  /**
   * Some users; a short or empty page need not be the last.
   *
   * @param next start of the next page; empty after the last
   */
  record Page(List<DirectoryUser> users, Optional<String> next) implements Listing {

    @Override
    public <R> R fold(
        Function<? super Page, ? extends R> page,
        Function<? super Outage, ? extends R> unavailable) {
      return page.apply(this);
    }
  }

  /** The same page can be requested again. */
  record Unavailable(Outage outage) implements Listing {

    @Override
    public <R> R fold(
        Function<? super Page, ? extends R> page,
        Function<? super Outage, ? extends R> unavailable) {
      return unavailable.apply(outage);
    }
  }
}
