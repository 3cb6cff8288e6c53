package io.keycloakpools.passwordpolicy.hash;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Accepted text survives a round trip; other text is refused. */
class HashTextFuzz {

  static Stream<String> published() {
    return PublishedVectorsTest.all().map(PublishedVectorsTest.Vector::hash);
  }

  @MethodSource("published")
  @FuzzTest(maxDuration = "2s")
  void whateverIsReadIsReadOrRefused(@NotNull String text) {
    ForeignHash hash;
    try {
      hash = ForeignHashes.parse(text);
    } catch (RefusedHashException e) {
      return;
    }
    if (!ForeignHashes.parse(hash.encoded()).equals(hash)) {
      throw new AssertionError(text);
    }
  }
}
