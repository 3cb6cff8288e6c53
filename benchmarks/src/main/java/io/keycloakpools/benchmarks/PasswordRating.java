package io.keycloakpools.benchmarks;

import io.keycloakpools.passwordpolicy.rules.PasswordFlaw;
import io.keycloakpools.passwordpolicy.rules.PasswordSettings;
import io.keycloakpools.passwordpolicy.strength.Rating;
import io.keycloakpools.passwordpolicy.strength.Strength;
import io.keycloakpools.passwordpolicy.strength.StrengthMeter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Cost of checking a new password: by strength, by counting only, and by all settings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class PasswordRating {

  private static final String SYMBOLS = "48({[<3691!|70$5+%2@";
  private static final List<String> KNOWN =
      List.of("ada", "ada.lovelace@example.org", "Ada", "Lovelace");
  private static final PasswordSettings COUNTING =
      new PasswordSettings(Strength.ANY, 1, 1, 1, 1, 8, 0);
  private static final PasswordSettings ALL = new PasswordSettings(Strength.FAIR, 1, 1, 1, 1, 8, 0);

  private static final Map<String, String> PASSWORDS =
      Map.of(
          "typical", "Summer2024!",
          "generated", "kX9#mQ2$vL7&pT4!",
          "passphrase", "correct horse battery staple gibberish onion",
          "digits32", random("0123456789", 32),
          "symbols32", random(SYMBOLS, 32),
          "symbols128", random(SYMBOLS, 128),
          "symbols4096", random(SYMBOLS, 4096),
          "digits4096", random("0123456789", 4096),
          "letter4096", "a".repeat(4096));

  @Param({
    "typical",
    "generated",
    "passphrase",
    "digits32",
    "symbols32",
    "symbols128",
    "symbols4096",
    "digits4096",
    "letter4096"
  })
  String shape;

  private String password;

  @Setup
  public void password() {
    password = PASSWORDS.get(shape);
  }

  @Benchmark
  public Rating strength() {
    return StrengthMeter.shared().rate(password, KNOWN);
  }

  @Benchmark
  public List<PasswordFlaw> counting() {
    return COUNTING.flaws(password, KNOWN);
  }

  @Benchmark
  public List<PasswordFlaw> allSettings() {
    return ALL.flaws(password, KNOWN);
  }

  private static String random(String alphabet, int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder(length);
    for (int at = 0; at < length; at++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
