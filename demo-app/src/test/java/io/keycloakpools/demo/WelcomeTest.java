package io.keycloakpools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.demo.site.Guide;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WelcomeTest {

  @Test
  void whatIsToBeCopiedStandsOnALineOfItsOwn() {
    Guide guide =
        new Guide(
            List.of(new Guide.Place("Start page", URI.create("http://127.0.0.1:1/"), "links")),
            "Sesame",
            List.of(
                new Guide.Directory(
                    "pool", "about it", List.of(new Guide.Somebody("ada", "a note")), Map.of())),
            List.of(
                Guide.Step.of(
                    "Try it",
                    new Guide.Open(URI.create("http://127.0.0.1:1/shop")),
                    new Guide.Say("word ".repeat(30).strip()),
                    new Guide.Command("set ada x y"),
                    new Guide.Enter("Domain", "http://127.0.0.1:2"))));

    assertThat(new Welcome(guide, "the.log").text().lines())
        .contains(
            "Start page        http://127.0.0.1:1/   (links)",
            "Everybody's password is Sesame",
            "User pool pool: about it",
            "  ada                 a note",
            " 1. Try it",
            "        http://127.0.0.1:1/shop",
            "        set ada x y",
            "        Domain:          http://127.0.0.1:2")
        .allMatch(line -> line.length() <= 92);
  }
}
