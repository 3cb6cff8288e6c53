package io.keycloakpools.userstorage.directory;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a directory says when it is asked for its users page by page. */
public sealed interface Listing {

  /** Decides by the case. */
  <R> R fold(
      Function<? super Page, ? extends R> page, Function<? super Outage, ? extends R> unavailable);

  /**
   * Some users; a page may be short or empty and still not be the last.
   *
   * @param next where the next page begins; empty behind the last
   */
  record Page(List<DirectoryUser> users, Optional<String> next) implements Listing {

    @Override
    public <R> R fold(
        Function<? super Page, ? extends R> page,
        Function<? super Outage, ? extends R> unavailable) {
      return page.apply(this);
    }
  }

  /** The directory did not give a usable answer; the same page can be asked for again. */
  record Unavailable(Outage outage) implements Listing {

    @Override
    public <R> R fold(
        Function<? super Page, ? extends R> page,
        Function<? super Outage, ? extends R> unavailable) {
      return unavailable.apply(outage);
    }
  }
}
