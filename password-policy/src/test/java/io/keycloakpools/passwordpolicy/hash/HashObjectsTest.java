package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashObjectsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static ForeignHash parse(String json) {
    try {
      return ForeignHashes.parse(JSON.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void assertRefused(String json, Reason reason, String where) {
    assertThatThrownBy(() -> parse(json))
        .isInstanceOfSatisfying(
            RefusedHashException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.where()).isEqualTo(where);
            });
  }

  /**
   * Follows https://auth0.com/docs/manage-users/user-migration/bulk-user-import-schema. Of its
   * examples' passwords, only "hello" is published, so other published hashes are used in Auth0's
   * form.
   */
  @Nested
  class Auth0 {

    @Test
    void bcrypt() {
      ForeignHash hash =
          parse(
              "{'algorithm':'bcrypt','hash':{'value':'$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'}}");

      assertThat(hash.matches("hello")).isTrue();
    }

    /** The schema's example: MD5('salt' + 'password') = '67A1E09BB1F83F5007DC119C14D663AA'. */
    @Test
    void md5WithAPrefix() {
      ForeignHash hash =
          parse(
              "{'algorithm':'md5','hash':{'value':'67A1E09BB1F83F5007DC119C14D663AA','encoding':'hex'},"
                  + "'salt':{'value':'salt','position':'prefix'}}");

      assertThat(hash.matches("password")).isTrue();
      assertThat(hash.matches("Password")).isFalse();
    }

    /** The parts of 389 Directory Server's {SSHA} of "password". */
    @ParameterizedTest
    @ValueSource(strings = {"jdALDtX0+MVMkRsX0ilHz0O6Uos=", "jdALDtX0-MVMkRsX0ilHz0O6Uos"})
    void sha1WithASuffixInBase64(String value) {
      ForeignHash hash =
          parse(
              "{'algorithm':'sha1','hash':{'value':'%s','encoding':'base64'},'salt':{'value':'PeQ+LA==','encoding':'base64','position':'suffix'}}"
                  .formatted(value));

      assertThat(hash.matches("password")).isTrue();
      assertThat(hash.matches("Password")).isFalse();
    }

    /** RFC 4231, 4.3: HMAC of "what do ya want for nothing?" with the key "Jefe". */
    @ParameterizedTest
    @CsvSource({
      "sha256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
      "sha224, a30e01098bc6dbbf45690f3a7e9e6d0f8bbea2a39e6148008fd05e44",
      "sha384, af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
      "sha512, 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
    })
    void hmac(String digest, String value) {
      ForeignHash hash =
          parse(
              "{'algorithm':'hmac','hash':{'value':'%s','encoding':'hex','digest':'%s','key':{'value':'Jefe'}}}"
                  .formatted(value, digest));

      assertThat(hash.matches("what do ya want for nothing?")).isTrue();
      assertThat(hash.matches("what do ya want for nothing")).isFalse();
      assertThat(ForeignHashes.parse(hash.encoded())).isEqualTo(hash);
    }

    /** RFC 7914's third vector, whose cost is Auth0's default. */
    @Test
    void scrypt() {
      ForeignHash hash =
          parse(
              "{'algorithm':'scrypt','hash':{'value':'7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887','encoding':'hex'},"
                  + "'salt':{'value':'SodiumChloride','encoding':'utf8'},'keylen':64}");

      assertThat(hash.matches("pleaseletmein")).isTrue();
      assertThat(hash.matches("pleaseletmeout")).isFalse();
    }

    /** RustCrypto's, and Auth0's example without parameters, for which Auth0 has defaults. */
    @Test
    void pbkdf2HasItsParametersInTheHash() {
      ForeignHash hash =
          parse(
              "{'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-sha256$i=4096,l=32$c2FsdA$xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o','encoding':'utf8'}}");

      assertThat(hash.matches("password")).isTrue();
      assertThat(
              parse(
                  "{'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-sha512$KNyFsA2rWoE$I2CQGI9H0JxdDf3kERRI97kPCGxh0KWBIV3MxyaS191gDGfzVBGyS4BibhgqWQ0/ails8mHuU9ckASxHOOq58w'}}"))
          .isInstanceOfSatisfying(
              Pbkdf2.class, pbkdf2 -> assertThat(pbkdf2.iterations()).isEqualTo(100_000));
    }

    @Test
    void ldap() {
      assertThat(
              parse(
                      "{'algorithm':'ldap','hash':{'value':'{SSHA}jdALDtX0+MVMkRsX0ilHz0O6Uos95D4s','encoding':'utf8'}}")
                  .matches("password"))
          .isTrue();
    }

    /** NT hashes encode passwords as UTF-16. MD5 computed with iconv and md5sum. */
    @ParameterizedTest
    @CsvSource({
      "utf16le, b081dbe85e1ec3ffc3d4e7d0227400cd",
      "ucs2, b081dbe85e1ec3ffc3d4e7d0227400cd"
    })
    void otherEncodingsOfThePassword(String encoding, String value) {
      ForeignHash hash =
          parse(
              "{'algorithm':'md5','hash':{'value':'%s','encoding':'hex'},'password':{'encoding':'%s'}}"
                  .formatted(value, encoding));

      assertThat(hash.matches("password")).isTrue();
      assertThat(ForeignHashes.parse(hash.encoded())).isEqualTo(hash);
    }

    @Test
    void whatIsNotSupportedSaysWhat() {
      assertRefused(
          "{'algorithm':'md4','hash':{'value':'AbuUujgF0pPPkJPSFRTpmA==','encoding':'base64'}}",
          Reason.UNSUPPORTED,
          "algorithm");
      assertRefused(
          "{'algorithm':'hmac','hash':{'value':'00','encoding':'hex','digest':'whirlpool','key':{'value':'k'}}}",
          Reason.UNSUPPORTED,
          "hash.digest");
      assertRefused(
          "{'algorithm':'pbkdf2','hash':{'value':'$pbkdf2-md4$i=100000,l=64$+N375B8q0Fw$fp2R9KAM4hK/votGHC5Fu+jhqbxUD8+Nic/EMSGvNC3UP/k7wSHI0uXluHRSkZfl/BOheYqNOemayG90ZaSSQw'}}",
          Reason.UNSUPPORTED,
          "pbkdf2");
      assertRefused(
          "{'algorithm':'bcrypt','hash':{'value':'$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'},'salt':{'value':'pepper'}}",
          Reason.UNSUPPORTED,
          "salt");
    }

    @Test
    void whatIsMissingOrWrongIsNamed() {
      assertRefused("{'algorithm':'scrypt','hash':{'value':'00'}}", Reason.MISSING, "keylen");
      assertRefused("{'algorithm':'md5','hash':{}}", Reason.MISSING, "hash.value");
      assertRefused("{'algorithm':'md5','hash':{'value':7}}", Reason.MALFORMED, "hash.value");
      assertRefused(
          "{'algorithm':'argon2','hash':{'value':'{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g='}}",
          Reason.MALFORMED,
          "hash.value");
      assertRefused(
          "{'algorithm':'scrypt','keylen':32,'cost':1048576,'hash':{'value':'097f6197e1b41538f723e32aa7a68e8d76227d8e432ce5faa4882a913032db29','encoding':'hex'},'salt':{'value':'abc123'}}",
          Reason.COST,
          "scrypt log2(N)");
    }
  }

  /** The README of github.com/firebase/scrypt. */
  @Nested
  class Firebase {

    private static final String USER =
        "{'localId':'1','passwordHash':'lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==','salt':'42xEC+ixf3L2lw==',"
            + "'hash_config':{'algorithm':'SCRYPT','base64_signer_key':'jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==','base64_salt_separator':'Bw==','rounds':8,'mem_cost':14}}";

    @Test
    void thePublishedExample() {
      ForeignHash hash = parse(USER);

      assertThat(hash.matches("user1password")).isTrue();
      assertThat(hash.matches("user2password")).isFalse();
      assertThat(ForeignHashes.parse(hash.encoded())).isEqualTo(hash);
    }

    @Test
    void asTheExportWritesItForUrls() {
      assertThat(parse(USER.replace('+', '-').replace('/', '_')).matches("user1password")).isTrue();
    }

    @Test
    void moreThanFirebaseItselfUsesIsRefused() {
      assertRefused(
          USER.replace("'mem_cost':14", "'mem_cost':15"), Reason.COST, "firebase-scrypt mem_cost");
      assertRefused(
          USER.replace("'rounds':8", "'rounds':9"), Reason.COST, "firebase-scrypt rounds");
      assertRefused(USER.replace("'rounds':8,", ""), Reason.MISSING, "hash_config.rounds");
    }
  }

  /** The models Hash and HashConfig of github.com/cloudentity/acp-client-go. */
  @Nested
  class Cloudentity {

    @Test
    void bcrypt() {
      assertThat(
              parse(
                      "{'config':{'method':'bcrypt','bcrypt':{'cost':10}},'value':'$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K'}")
                  .matches("hello"))
          .isTrue();
    }

    /** RFC 7914, 11. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
          "VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLxJypzM8Xm2RZkWZLOdd+8xfHG4RbHjC9UJESBB06GXgw=="
        })
    void pbkdf2(String value) {
      assertThat(
              parse(
                      "{'config':{'method':'pbkdf2','pbkdf2':{'function':'sha256','key_length':64,'number_of_iterations':1,'salt':'salt'}},'value':'%s'}"
                          .formatted(value))
                  .matches("passwd"))
          .isTrue();
    }

    @Test
    void argon2AsPhcString() {
      assertThat(
              parse(
                      "{'config':{'method':'argon2','argon2':{'iterations':2}},'value':'$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'}")
                  .matches("password"))
          .isTrue();
    }

    @Test
    void sha() {
      assertThat(
              parse(
                      "{'config':{'method':'sha','sha':{'function':'sha256'}},'value':'XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg='}")
                  .matches("password"))
          .isTrue();
      assertThat(
              parse("{'config':{'method':'sha'},'value':'{SSHA}jdALDtX0+MVMkRsX0ilHz0O6Uos95D4s'}")
                  .matches("password"))
          .isTrue();
    }

    @Test
    void whatItsModelLeavesOpenIsRefused() {
      assertRefused(
          "{'config':{'method':'argon2','argon2':{'iterations':2,'salt':'somesalt'}},'value':'nf65EOgLrQMR'}",
          Reason.AMBIGUOUS,
          "value");
      assertRefused(
          "{'config':{'method':'sha','sha':{'function':'sha256','salt':'x'}},'value':'XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg='}",
          Reason.AMBIGUOUS,
          "config.sha.salt");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "7", "null", "true", "{'hash':'x'}", "{'value':'x'}"})
  void anythingElseIsUnknown(String json) {
    assertRefused(json, Reason.UNKNOWN, "hash");
  }
}
