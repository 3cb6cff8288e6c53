package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedHashesTest {

  private static final String BCRYPT_REST =
      "$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
  private static final String ARGON2_REST =
      "$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
  private static final String PHC_REST =
      "$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$2b$16 | bcrypt cost,16,4,15",
        "$2b$31 | bcrypt cost,31,4,15",
        "$2b$03 | bcrypt cost,3,4,15",
        "$2x$99 | bcrypt cost,99,4,15",
        "$wp$2y$16 | bcrypt cost,16,4,15",
        "bcrypt$$2b$16 | bcrypt cost,16,4,15",
        "bcrypt_sha256$$2b$16 | bcrypt cost,16,4,15",
        "{CRYPT}$2y$16 | bcrypt cost,16,4,15",
        "$argon2id$v=19$m=1048577,t=1,p=1 | argon2 m,1048577,8,1048576",
        "$argon2id$v=19$m=4294967295,t=1,p=1 | argon2 m,2147483647,8,1048576",
        "$argon2id$v=19$m=31,t=1,p=4 | argon2 m,31,32,1048576",
        "$argon2i$m=4096,t=11,p=1 | argon2 t,11,1,10",
        "$argon2i$m=4096,t=0,p=1 | argon2 t,0,1,10",
        "{ARGON2}$argon2i$m=4096,t=3,p=17 | argon2 p,17,1,16",
        "$scrypt$ln=18,r=8,p=1 | scrypt log2(N),18,1,17",
        "$scrypt$ln=262144,r=8,p=1 | scrypt log2(N),18,1,17",
        "$scrypt$ln=16,r=1,p=1 | scrypt log2(N),16,1,15",
        "$scrypt$ln=16,r=9,p=1 | scrypt r,9,1,8",
        "$scrypt$ln=16,r=8,p=11 | scrypt p,11,1,10",
        "$pbkdf2-sha256$i=10000001 | pbkdf2 iterations,10000001,1,10000000",
        "$pbkdf2$9999999999 | pbkdf2 iterations,2147483647,1,5000000",
        "$pbkdf2-sha256$0 | pbkdf2 iterations,0,1,10000000",
        "$sha256$pf=e1NBTFR9e1BBU1NXT1JEfQ==,it=65537 | digest iterations,65537,1,65536",
        "$sha256$pf=e1NBTFR9e1BBU1NXT1JEfQ==,it=0 | digest iterations,0,1,65536",
      })
  void aCostOutOfBoundsIsRefusedWithTheBounds(String start, String expected) {
    String rest =
        start.contains("$2") ? BCRYPT_REST : start.contains("argon2") ? ARGON2_REST : PHC_REST;

    RefusedHashException refusal = refusalOf(start + rest);

    assertThat(refusal.reason()).isEqualTo(Reason.COST);
    assertThat(refusal.where() + "," + String.join(",", refusal.arguments())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "$P$H12345678L6Lpt4BxNotVIMILOa9u81, phpass log2(iterations)",
    "$P$412345678L6Lpt4BxNotVIMILOa9u81, phpass log2(iterations)",
  })
  void soIsPhpass(String hash, String where) {
    RefusedHashException refusal = refusalOf(hash);

    assertThat(refusal.reason()).isEqualTo(Reason.COST);
    assertThat(refusal.where()).isEqualTo(where);
    assertThat(refusal.arguments().subList(1, 3)).containsExactly("7", "18");
  }

  @ParameterizedTest
  @CsvSource({
    "scrypt:262144:8:1$salt$9fb728eea9f4de8dc54bc12c4da70de8, scrypt log2(N)",
    "scrypt:32768:8:11$salt$9fb728eea9f4de8dc54bc12c4da70de8, scrypt p",
    "pbkdf2:sha256:10000001$salt$9fb728eea9f4de8dc54bc12c4da70de8, pbkdf2 iterations",
    "{scrypt}$120801$AQIDBAUGBwgJCgsMDQ4PEA==$FxwiFcMw85WnckBUWaE5YS/WyrZJZiEk6WbzTUsJhPo=, scrypt log2(N)",
    "{scrypt}$e0901$AQIDBAUGBwgJCgsMDQ4PEA==$FxwiFcMw85WnckBUWaE5YS/WyrZJZiEk6WbzTUsJhPo=, scrypt r",
    ":pbkdf2:sha1:5000001:32:c2FsdA==:FxwiFcMw85WnckBUWaE5YS/WyrZJZiEk6WbzTUsJhPo=, pbkdf2 iterations",
    "AQAAAAH/////AAAAEAECAwQFBgcICQoLDA0ODxCbIJnJm+N8Gtk+QWDtYJlv+Q/iGAle/IXkUarqzIXzHg==, pbkdf2 iterations",
    "AQAAAAEAAAAAAAAAEAECAwQFBgcICQoLDA0ODxCbIJnJm+N8Gtk+QWDtYJlv+Q/iGAle/IXkUarqzIXzHg==, pbkdf2 iterations",
    "'$fbscrypt$v=1,n=15,r=8,p=1,sk=jxspr8Ki0RYycVU8zykbdA==$42xEC+ixf3L2lw==$lSrfV15cpx95/sZS2W9c9A==', firebase-scrypt mem_cost",
    "'$fbscrypt$v=1,n=14,r=9,p=1,sk=jxspr8Ki0RYycVU8zykbdA==$42xEC+ixf3L2lw==$lSrfV15cpx95/sZS2W9c9A==', firebase-scrypt rounds",
  })
  void theOtherSpellingsHaveTheSameBounds(String hash, String where) {
    RefusedHashException refusal = refusalOf(hash);

    assertThat(refusal.reason()).isEqualTo(Reason.COST);
    assertThat(refusal.where()).isEqualTo(where);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!",
        "!8rBUnhJkXEwDXD8Bm7lCpAQKBMBoMNzFNnBcHDiE",
        " !x\n",
        "*",
        "*LK*",
        "!!",
        "!$6$x$y",
        "{CRYPT}!",
        "{CRYPT}*",
        "{crypt}!$2y$05$abcdefghijklmnopqrstuu.FvQ/QEqL8c842o6UdbdkHVAHayG7Dy",
      })
  void whatSaysThatThereIsNoPasswordIsNamed(String hash) {
    assertThat(refusalOf(hash).reason()).isEqualTo(Reason.NO_PASSWORD);
  }

  /** All are of "password", except the salted ones. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{MD5}NWY0ZGNjM2I1YWE3NjVkNjFkODMyN2RlYjg4MmNmOTk=",
        "{SHA}NWJhYTYxZTRjOWI5M2YzZjA2ODIyNTBiNmNmODMzMWI3ZWU2OGZkOA==",
        "{SHA256}NWU4ODQ4OThkYTI4MDQ3MTUxZDBlNTZmOGRjNjI5Mjc3MzYwM2QwZDZhYWJiZGQ2MmExMWVmNzIxZDE1NDJkOA==",
        "{SSHA}NWJhYTYxZTRjOWI5M2YzZjA2ODIyNTBiNmNmODMzMWI3ZWU2OGZkODAxMDIwMzA0",
        "$sha1$NWJhYTYxZTRjOWI5M2YzZjA2ODIyNTBiNmNmODMzMWI3ZWU2OGZkOA==",
        "pbkdf2_sha256$1000$seasalt$NWU4ODQ4OThkYTI4MDQ3MTUxZDBlNTZmOGRjNjI5Mjc3MzYwM2QwZDZhYWJiZGQ2MmExMWVmNzIxZDE1NDJkOA==",
      })
  void hexadecimalDigitsInBase64AreNamed(String hash) {
    assertThat(refusalOf(hash).reason()).isEqualTo(Reason.HEX_IN_BASE64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5f4dcc3b5aa765d61d8327deb882cf99:abcdefghijklmnopqrstuvwxyzABCDEF",
        "5f4dcc3b5aa765d61d8327deb882cf99:xy",
      })
  void aDigestWithASaltOnASideThatIsNotToldIsAmbiguous(String hash) {
    assertThat(refusalOf(hash).reason()).isEqualTo(Reason.AMBIGUOUS);
  }

  @ParameterizedTest
  @CsvSource({
    "{CRYPT}ZZKRwXSu3tt8s, DES crypt",
    "crypt$$ab1Hv2Lg7ltQo, DES crypt",
    "$1$yiiZbNIH$YiCsHZjcTkYd31wkgW8JF., md5-crypt",
    "$5$rounds=500000$GVVEl8Y7GaqO440/$mr4l6Y7NrD33RcxG1R6tjIeexFAezrA2fn2lKott/T9, sha256-crypt",
    "{CRYPT}$6$rounds=500000$x.Vg1kiTQ8G2CTLu$aMK0SuBpPDOAX2FDBzNJRuDrJtBdl3rKxILRO8dgT.qU.Hkl/aZXRS7idSceLuy/x.RTooXgGk6SsoGuDUhVf0, sha512-crypt",
    "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7, yescrypt",
    "{CLEARTEXT}secret, a password in clear text",
    "{noop}secret, a password in clear text",
    "plain$$secret, a password in clear text",
    "{MD4}{salt}8846f7eaee8fb117ad06bdd830b7586c, MD4",
    "*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19, MySQL's double SHA-1",
    "':B:838c83e1:e4ab7024509eef084cdabd03d8b2972c', MediaWiki's B",
    "'$bcrypt-sha256$v=2,t=2b,r=12$n79VH.0Q2TMWmt3Oqt9uku$Kq4Noyk3094Y2QlB8NdRT8SvGiI4ft2', passlib's bcrypt_sha256",
    "$2$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW, bcrypt $2$",
    "$pbkdf2-sha384$i=1000$c2FsdA$xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o, pbkdf2-sha384",
  })
  void whatIsKnownAndCannotBeVerifiedIsNamed(String hash, String name) {
    RefusedHashException refusal = refusalOf(hash);

    assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED);
    assertThat(refusal.arguments()).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "secret, UNKNOWN",
    "{XYZ}abc, UNKNOWN",
    "$, UNKNOWN",
    "$$, UNKNOWN",
    "{, UNKNOWN",
    "fec3530984afba6bade3347b7140d1a7da7da8c7, UNKNOWN",
    "$2b$10$short, MALFORMED",
    "$2b$10$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeWx, MALFORMED",
    "$2b$10$CCCCCCCCCCCCCCCCCCCC=.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW, MALFORMED",
    "$argon2id$v=20$m=256;t=2;p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4, MALFORMED",
    "$argon2id, MALFORMED",
    "$P$9short, MALFORMED",
    "{SSHA}%%%, MALFORMED",
    "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=AAAA, MALFORMED",
    "{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=, LENGTH",
    "{SHA}W6ph, LENGTH",
    "pbkdf2_sha256$1000$$8xBlGd3jVgvJ+92hWPxi5ww0uuAuAnKgC45eudxro7c=, LENGTH",
    "pbkdf2_sha256$1000$seasalt$8xBl, LENGTH",
    "$argon2id$m=256$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4, MALFORMED",
    "pbkdf2:sha256$salt$244a1a82e213bf4869ca7e347936753d, MALFORMED",
    "pbkdf2:sha256:x$salt$244a1a82e213bf4869ca7e347936753d, MALFORMED",
    "pbkdf2:md4:1000$salt$244a1a82e213bf4869ca7e347936753d, UNSUPPORTED",
    "scrypt:32767:8:1$salt$9fb728eea9f4de8dc54bc12c4da70de8, MALFORMED",
    "scrypt:32768:8:1$salt, MALFORMED",
    "sha256$a$b$c, MALFORMED",
    "AQAAAAMAACcQAAAAEAECAwQFBgcICQoLDA0ODxCbIJnJm+N8Gtk+QWDtYJlv+Q/iGAle/IXkUarqzIXzHg==, MALFORMED",
    "AQAAAAEAACcQ/////wECAwQFBgcICQoLDA0ODxCbIJnJm+N8Gtk+QWDtYJlv+Q/iGAle/IXkUarqzIXzHg==, MALFORMED",
    "AQAAAAEAACcQAAAAAAECAwQFBgcICQoLDA0ODxCbIJnJm+N8Gtk+QWDtYJlv+Q/iGAle/IXkUarqzIXzHg==, LENGTH",
    "AQAAAAEAACcQAAAAEAECAwQFBgcICQoLDA0ODxA=, LENGTH",
    "AQAAAA, LENGTH",
    "AAECAwQFBgcICQoLDA0ODxCEoD730DGnFw4NHnkFbzUqs2Q+oFLS3DOrtNk3ruUCigAA, UNKNOWN",
    "{pbkdf2}0102030405060708e8ce648f, LENGTH",
    "{pbkdf2}zz, MALFORMED",
    "{scrypt}$e0801$AQIDBAUGBwgJCgsMDQ4PEA==, MALFORMED",
    "{scrypt}e0801, MALFORMED",
    "{MD5}{thesalt, MALFORMED",
    "{ldap}{ldap}{SHA}5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8, MALFORMED",
    "{ldap}secret, UNKNOWN",
    ":pbkdf2:sha1:4096:21:c2FsdA==:SwB5AbdlSJq+rUnZJvch0GWkKcE=, LENGTH",
    ":pbkdf2:sha1:4096:20:c2FsdA==, MALFORMED",
    ":x:y, UNKNOWN",
    ":, UNKNOWN",
    "'$fbscrypt$v=2,n=14,r=8,p=1,sk=jxspr8Ki0RYycVU8zykbdA==$42xEC+ixf3L2lw==$lSrfV15cpx95/sZS2W9c9A==', MALFORMED",
    "4|$2y$10$x, UNKNOWN",
  })
  void whatIsNotAHashIsRefused(String hash, Reason reason) {
    assertThat(refusalOf(hash).reason()).isEqualTo(reason);
  }

  @Test
  void whatIsTooLongIsNotEvenLookedAt() {
    assertThat(refusalOf("$2b$10$" + "C".repeat(10_000)).reason()).isEqualTo(Reason.LENGTH);
    assertThat(refusalOf("").reason()).isEqualTo(Reason.LENGTH);
  }

  @ParameterizedTest
  @MethodSource("io.keycloakpools.passwordpolicy.hash.PublishedVectorsTest#all")
  void nothingThatIsWrittenHoldsAPartOfTheHash(String source, String password, String hash) {
    String written = ForeignHashes.parse(hash).toString();
    String damaged = refusalOf(hash + "§").toString();

    for (String part : hash.split("[$}]", -1)) {
      if (part.length() > 12 && !part.startsWith("pbkdf2")) {
        assertThat(written).as(source).doesNotContain(part.substring(0, 12));
        assertThat(damaged).doesNotContain(part.substring(0, 12));
      }
    }
  }

  private static RefusedHashException refusalOf(String hash) {
    RefusedHashException[] refusal = new RefusedHashException[1];
    assertThatThrownBy(() -> ForeignHashes.parse(hash))
        .isInstanceOfSatisfying(RefusedHashException.class, e -> refusal[0] = e);
    return refusal[0];
  }
}
