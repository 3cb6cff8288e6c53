package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ForeignHashPropertiesTest {

  private static final List<String> PUBLISHED =
      PublishedVectorsTest.all().map(PublishedVectorsTest.Vector::hash).toList();

  @Property(tries = 2000)
  void whateverIsReadIsReadOrRefused(@ForAll String text) {
    Optional<ForeignHash> unused = read(text);
  }

  @Property(tries = 5000)
  void aDamagedHashIsReadOrRefusedAndStaysTheSame(@ForAll("damaged") String text) {
    read(text).ifPresent(hash -> assertThat(ForeignHashes.parse(hash.encoded())).isEqualTo(hash));
  }

  @Property(tries = 200)
  void whatWasHashedMatchesAndNothingElseDoes(
      @ForAll("digests") SaltedDigest digest, @ForAll String password, @ForAll String other) {
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    byte[] salted = digest.before().plus(Bytes.of(bytes)).plus(digest.after()).toArray();
    SaltedDigest made =
        new SaltedDigest(
            digest.function(),
            PasswordEncoding.UTF8,
            digest.before(),
            digest.after(),
            Bytes.of(digest.function().digest().digest(salted)));

    assertThat(made.matches(password)).isTrue();
    assertThat(made.matches(other)).isEqualTo(sameBytes(password, other));
    assertThat(ForeignHashes.parse(made.encoded())).isEqualTo(made);
  }

  @Provide
  Arbitrary<String> damaged() {
    Arbitrary<String> hash = Arbitraries.of(PUBLISHED);
    Arbitrary<Integer> at = Arbitraries.integers().between(0, 400);
    Arbitrary<Integer> cut = Arbitraries.integers().between(0, 3);
    Arbitrary<String> put = Arbitraries.strings().ascii().ofMaxLength(3);
    return Combinators.combine(hash, at, cut, put)
        .as(
            (text, start, length, inserted) -> {
              int from = start % text.length();
              int to = Math.min(text.length(), from + length);
              return text.substring(0, from) + inserted + text.substring(to);
            });
  }

  @Provide
  Arbitrary<SaltedDigest> digests() {
    Arbitrary<Bytes> salt = Arbitraries.bytes().array(byte[].class).ofMaxSize(40).map(Bytes::of);
    return Combinators.combine(Arbitraries.of(HashFunction.values()), salt, Arbitraries.of(0, 1))
        .as(
            (function, bytes, position) ->
                new SaltedDigest(
                    function,
                    PasswordEncoding.UTF8,
                    position == 0 ? bytes : Bytes.NONE,
                    position == 0 ? Bytes.NONE : bytes,
                    Bytes.of(new byte[function.length()])));
  }

  private static Optional<ForeignHash> read(String text) {
    try {
      return Optional.of(ForeignHashes.parse(text));
    } catch (RefusedHashException e) {
      assertThat(e.getMessage()).isNotBlank();
      return Optional.empty();
    }
  }

  private static boolean sameBytes(String one, String other) {
    return Bytes.ofText(one).equals(Bytes.ofText(other));
  }
}
