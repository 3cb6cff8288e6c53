package io.keycloakpools.demo.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycloakpools.harness.FreePorts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The demo as the script {@code ./demo} starts it, with somebody at its prompt. */
final class RunningDemo implements AutoCloseable {
  private static final String PROMPT = System.lineSeparator() + "> ";
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private final Process process;
  private final Writer keyboard;
  private final StringBuilder screen = new StringBuilder();
  private final Thread abandon;

  private RunningDemo(Process process) {
    this.process = process;
    this.keyboard = process.outputWriter(Charset.defaultCharset());
    this.abandon = new Thread(process::destroy, "abandon-demo");
    Runtime.getRuntime().addShutdownHook(abandon);
    Thread reader = new Thread(this::read, "demo-screen");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts it and waits for the prompt. */
  static RunningDemo start(Path built) throws IOException {
    Path classes = built.resolveSibling("classes");
    RunningDemo demo =
        new RunningDemo(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dkeycloakpools.demo=" + built,
                    "-cp",
                    classes + System.getProperty("path.separator") + built.resolve("lib") + "/*",
                    "io.keycloakpools.demo.DemoApp",
                    "--port",
                    Integer.toString(FreePorts.any()))
                .redirectErrorStream(true)
                .start());
    demo.awaitPrompt(0);
    return demo;
  }

  private void read() {
    try (Reader in = new InputStreamReader(process.getInputStream(), Charset.defaultCharset())) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        print(Character.toString(next));
      }
    } catch (IOException e) {
      print(String.valueOf(e.getMessage()));
    }
  }

  private synchronized void print(String text) {
    screen.append(text);
  }

  /** All that was printed so far. */
  synchronized String screen() {
    return screen.toString();
  }

  /** Types a command; returns what the demo answers. */
  String type(String command) {
    int before = screen().length();
    try {
      keyboard.write(command + System.lineSeparator());
      keyboard.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return awaitPrompt(before);
  }

  private String awaitPrompt(int from) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> !process.isAlive() || screen().substring(from).endsWith(PROMPT));
    assertThat(process.isAlive()).as(screen()).isTrue();
    return screen().substring(from);
  }

  /** Types {@code quit}; returns the exit code. */
  int quit() throws IOException, InterruptedException {
    keyboard.write("quit" + System.lineSeparator());
    keyboard.flush();
    assertThat(process.waitFor(PATIENCE.toMinutes(), TimeUnit.MINUTES)).as("it ends").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    Process unused = process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    Runtime.getRuntime().removeShutdownHook(abandon);
  }
}
