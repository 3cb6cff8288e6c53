package io.keycloakpools.passwordpolicy.hash;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any parsed hash and any typed password give true or false, never an exception. */
class VerificationFuzz {

  private static final int MAX_COST = 1024;

  static Stream<Arguments> published() {
    return PublishedVectorsTest.all().map(vector -> Arguments.of(vector.hash(), vector.password()));
  }

  @MethodSource("published")
  @FuzzTest(maxDuration = "2s")
  void verificationEndsWithAnAnswer(@NotNull String text, @NotNull String password) {
    ForeignHash hash;
    try {
      hash = ForeignHashes.parse(text);
    } catch (RefusedHashException e) {
      return;
    }
    if (isCheap(hash)) {
      boolean unused = hash.matches(password);
    }
  }

  /** Expensive hashes would leave time for few runs. */
  private static boolean isCheap(ForeignHash hash) {
    if (hash instanceof Bcrypt) {
      return hash.cost() <= 5;
    }
    if (hash instanceof Argon2 argon2) {
      return argon2.memory() <= MAX_COST;
    }
    return hash.cost() <= MAX_COST;
  }
}
