package io.keycloakpools.common.rest;

/**
 * The bounds of a page, as the query parameters {@code first} and {@code max} ask for.
 *
 * @param first counts from 0
 */
public record PageBounds(int first, int max) {

  private static final int USUAL = 100;
  private static final int LARGEST = 1000;

  /** A missing or negative {@code max} means 100 rows; no page has more than 1000. */
  public static PageBounds of(Integer first, Integer max) {
    return new PageBounds(
        first == null ? 0 : Math.max(first, 0),
        max == null || max < 0 ? USUAL : Math.min(max, LARGEST));
  }
}
