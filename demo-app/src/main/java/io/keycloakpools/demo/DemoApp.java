package io.keycloakpools.demo;

import io.keycloakpools.harness.admin.TestRealm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.CountDownLatch;

final class DemoApp {
  private DemoApp() {}

  public static void main(String[] arguments) throws InterruptedException {
    try {
      Options options = Options.of(arguments);
      Installation installation = Installation.built();
      System.exit(
          options.check() ? check(installation, options, System.out) : demo(installation, options));
    } catch (Problem e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static int check(Installation installation, Options options, PrintStream out) {
    try (DemoServer server = new DemoServer(installation, options, out::println)) {
      TestRealm realm = server.start();
      boolean right = new Check(realm, server, new Transcript(out)).run();
      if (!right) {
        out.println("Server log: " + server.log());
      }
      return right ? 0 : 1;
    }
  }

  private static int demo(Installation installation, Options options) throws InterruptedException {
    DemoServer server = new DemoServer(installation, options, System.out::println);
    Shutdown shutdown = Shutdown.onSignal(server);
    try {
      server.start();
      System.out.println(new Welcome(server.guide(), server.log().toString()).text());
      System.out.println(Prompt.HELP);
      obey(new Prompt(server.pools(), server.guide(), server::invite, System.out));
    } catch (RuntimeException | IOException e) {
      if (shutdown.begun()) {
        new CountDownLatch(1).await();
      }
      throw e instanceof RuntimeException problem ? problem : new Problem(e.getMessage());
    }
    shutdown.forget();
    server.close();
    System.out.println("Stopped.");
    return 0;
  }

  /** Without a keyboard only a signal ends the demo. */
  private static void obey(Prompt prompt) throws IOException, InterruptedException {
    var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    if (!prompt.run(in)) {
      new CountDownLatch(1).await();
    }
  }
}
