package io.keycloakpools.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FreePortsTest {

  /** Of two thousand out of twelve thousand, some would be the same by chance. */
  @Test
  void noPortIsGivenTwice() {
    List<Integer> ports = IntStream.range(0, 2000).mapToObj(i -> FreePorts.any()).toList();

    assertThat(ports).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 32_000);
  }
}
