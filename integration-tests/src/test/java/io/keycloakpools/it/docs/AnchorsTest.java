package io.keycloakpools.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Anchors are GitHub's. */
class AnchorsTest {

  @Test
  void anAnchorHasNeitherCapitalsNorPunctuation() {
    assertThat(
            Page.of("# Auth0's MFA\n\n## 4. Grant types (`grant_type`)\n\n## A / B – C").anchors())
        .containsExactly("auth0s-mfa", "4-grant-types-grant_type", "a--b--c");
  }

  @Test
  void aHeadingThatOccursAgainIsNumbered() {
    assertThat(Page.of("# Names\n\n## Names\n\n# Names").anchors())
        .containsExactly("names", "names-1", "names-2");
  }

  @Test
  void aHeadingInACodeBlockIsNone() {
    assertThat(Page.of("```\n# No heading\n```\n\n# One").anchors()).containsExactly("one");
  }

  @Test
  void linksAreFoundInTablesAndNotInCode() {
    assertThat(Page.of("| a |\n|---|\n| [x](y.md#z) |\n\n`[no](no.md)`").references())
        .containsExactly(new Page.Reference(3, "y.md#z"));
  }
}
