package io.keycloakpools.userstorage.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ContentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html                | ''                                     | NOTHING",
        "application/json         | '  '                                   | NOTHING",
        "text/html; charset=utf-8 | Not Found                              | TEXT",
        "text/html                | 3 < 4 and so on                        | TEXT",
        "application/json         | OK                                     | TEXT",
        "''                       | no such user                           | TEXT",
        "Text/HTML                | <!doctype html><title>404</title>      | PAGE",
        "text/html                | Oops <b>Warning</b>: no index          | PAGE",
        "text/plain               | <html><body>Nothing here</body></html> | PAGE",
        "''                       | ' <!-- a --><html>'                    | PAGE",
        "application/xhtml+xml    | <?xml version='1.0'?><html></html>     | PAGE",
        "application/xml          | <error>no such user</error>            | TEXT",
        "application/json         | {\"outcome\":\"acc                  | UNREADABLE",
        "text/html                | [{\"id\":1                           | UNREADABLE",
      })
  void aBodySaysWhatItIs(String mediaType, String body, Content expected) {
    assertThat(of(body, mediaType)).isEqualTo(expected);
  }

  @Test
  void aLongTextIsNoAnswerOfAnEndpoint() {
    assertThat(of("x".repeat(1024), "text/plain")).isEqualTo(Content.TEXT);
    assertThat(of("x".repeat(1025), "text/plain")).isEqualTo(Content.UNREADABLE);
  }

  @Test
  void aByteOrderMarkHidesNoPage() {
    assertThat(of("\uFEFF<html>", "text/plain")).isEqualTo(Content.PAGE);
  }

  private static Content of(String body, String mediaType) {
    return Content.of(body.getBytes(StandardCharsets.UTF_8), MissingNode.getInstance(), mediaType);
  }
}
