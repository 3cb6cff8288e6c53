package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerMemoryTest {

  private static final long MIB = 1024 * 1024;

  /** kc.sh's default outside of a container. */
  private static final ServerMemory USUAL = new ServerMemory(512 * MIB, 2);

  @ParameterizedTest
  @CsvSource({"65536, 8", "131072, 2", "1048576, 1"})
  void whatAllCoresTakeOfHalfTheHeapIsTaken(int memory, int cores) {
    ServerMemory server = new ServerMemory(2048 * MIB, cores);

    assertThatCode(() -> server.require(argon2(memory))).doesNotThrowAnyException();
  }

  /** One sign-in with it would stop the server. */
  @Test
  void whatFillsTheHeapIsRefused() {
    RefusedHashException refusal =
        catchThrowableOfType(RefusedHashException.class, () -> USUAL.require(argon2(1_048_576)));

    assertThat(refusal.reason()).isEqualTo(Reason.MEMORY);
    assertThat(refusal.where()).isEqualTo("argon2");
    assertThat(refusal.arguments()).containsExactly("1048576", "131072");
  }

  @Test
  void scryptCountsToo() {
    ForeignHash largest = scrypt(17);

    assertThat(largest.memory()).isEqualTo(131_072);
    assertThat(scrypt(14).memory()).isEqualTo(16_384);
    assertThatCode(() -> USUAL.require(largest)).doesNotThrowAnyException();
    assertThat(
            catchThrowableOfType(
                RefusedHashException.class, () -> new ServerMemory(512 * MIB, 4).require(largest)))
        .isNotNull();
  }

  @Test
  void whatIsInCommonUseIsTakenByAnyServer() {
    ServerMemory small = new ServerMemory(64 * MIB, 64);

    assertThatCode(() -> small.require(argon2(65_536))).doesNotThrowAnyException();
    assertThatCode(() -> small.require(scrypt(16))).doesNotThrowAnyException();
    assertThatCode(
            () ->
                small.require(
                    ForeignHashes.parse(
                        "$2b$15$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui")))
        .doesNotThrowAnyException();
  }

  private static ForeignHash argon2(int memory) {
    return ForeignHashes.parse(
        "$argon2id$v=19$m=%d,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            .formatted(memory));
  }

  private static ForeignHash scrypt(int logN) {
    return ForeignHashes.parse(
        "$scrypt$ln=%d,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E"
            .formatted(logN));
  }
}
