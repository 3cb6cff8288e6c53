package io.keycloakpools.simulators.cognito;

/**
 * How ListUsers cuts its pages. AWS may return fewer users than requested, or none, with a
 * PaginationToken ("ListUsers").
 *
 * @param most users on a page, whatever Limit says
 * @param emptyPagesBefore empty pages before each page with users
 */
public record PageShape(int most, int emptyPagesBefore, boolean emptyLastPage) {

  public static PageShape full() {
    return new PageShape(Integer.MAX_VALUE, 0, false);
  }

  public PageShape atMost(int users) {
    return new PageShape(users, emptyPagesBefore, emptyLastPage);
  }

  public PageShape emptyBefore(int pages) {
    return new PageShape(most, pages, emptyLastPage);
  }

  public PageShape emptyAtEnd() {
    return new PageShape(most, emptyPagesBefore, true);
  }
}
