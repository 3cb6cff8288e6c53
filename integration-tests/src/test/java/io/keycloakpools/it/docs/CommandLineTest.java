package io.keycloakpools.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failing command of the documentation is noticed. */
class CommandLineTest {

  @TempDir private Path folder;

  @Test
  void commandsSeeWhatTheReaderHasSet() throws IOException {
    assertThat(new CommandLine(folder).run("page", "echo \"$REALM\"", Map.of("REALM", "demo")))
        .isEqualToIgnoringNewLines("demo");
  }

  @Test
  void theFirstThatFailsEndsThePage() {
    assertThatThrownBy(() -> new CommandLine(folder).run("page", "echo a\nfalse\necho b", Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a")
        .hasMessageNotContaining("\nb");
  }

  @Test
  void whatFailsInAPipeAndAVariableThatIsNotSetFail() {
    CommandLine shell = new CommandLine(folder);
    assertThatThrownBy(() -> shell.run("pipe", "false | cat", Map.of()))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> shell.run("variable", "echo \"$NOT_SET\"", Map.of()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("NOT_SET");
  }
}
