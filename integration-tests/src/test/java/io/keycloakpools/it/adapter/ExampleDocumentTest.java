package io.keycloakpools.it.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/develop/adapters.md shows the code that runs. */
final class ExampleDocumentTest {

  @Test
  void thePageHasTheExampleWordForWordInLessThanAHundredLines() throws IOException {
    String source = Files.readString(ExampleAdapter.source());

    assertThat(Files.readString(Path.of("../docs/develop/adapters.md")))
        .contains("```java\n" + source + "```");
    assertThat(source.lines()).hasSizeLessThan(100);
  }
}
