package io.keycloakpools.simulators.cognito;

/**
 * How ListUsers cuts its pages. AWS may return fewer users than asked for, and pages without any,
 * that still carry a PaginationToken ("ListUsers").
 *
 * @param most the most users on a page, whatever Limit says
 * @param emptyPagesBefore how many empty pages come before each page with users
 * @param emptyLastPage whether the last page with users is followed by an empty one
 */
public record PageShape(int most, int emptyPagesBefore, boolean emptyLastPage) {

  /** Returns pages as full as Limit allows. */
  public static PageShape full() {
    return new PageShape(Integer.MAX_VALUE, 0, false);
  }

  /** Returns pages with at most that many users. */
  public PageShape atMost(int users) {
    return new PageShape(users, emptyPagesBefore, emptyLastPage);
  }

  /** Returns pages with that many empty pages before each. */
  public PageShape emptyBefore(int pages) {
    return new PageShape(most, pages, emptyLastPage);
  }

  /** Returns pages that end with an empty one. */
  public PageShape emptyAtEnd() {
    return new PageShape(most, emptyPagesBefore, true);
  }
}
