package io.keycloakpools.passwordpolicy.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text hashes that were published or computed by other software, each with its source. */
class PublishedVectorsTest {

  record Vector(String source, String password, String hash) implements Arguments {

    @Override
    public Object[] get() {
      return new Object[] {source, password, hash};
    }
  }

  /** Argon2: test.c of github.com/P-H-C/phc-winner-argon2. */
  static Stream<Vector> argon2Reference() {
    return vectors(
        "phc-winner-argon2 test.c",
        "password",
        "$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA",
        "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4");
  }

  /** argon2d, and more than one lane. */
  static Stream<Vector> argon2OfPasslib() {
    return vectors(
        "go-crypt/crypt decoder tests, of passlib",
        "p@ssw0rd",
        "$argon2d$v=19$m=65536,t=4,p=4$25tzbs1ZCwEAAGCMEYJQyg$OlkYC6K4I/X4UJmMC0qecqUwVwLvkT05eje92iumf8E",
        "$argon2i$v=19$m=65536,t=4,p=4$t7a2lhKCsBYC4HxPCcH4nw$zhSHktwftzV0aL6MgsN2eiZTa7gq8yFiHxJaomEeNfo",
        "$argon2id$v=19$m=65536,t=4,p=4$15pzjpHSulfKuTcmREjJmQ$xcc8g7C4a9ErFLdjNDKZAvgH6su3s+UEuRYekZpr/9s",
        "$pbkdf2-sha512$25000$WOudk1IKQUjJGUOIEaK0lg$gwHiLsQS/G/5TbuulDR2xgF4h/e6unkgrAh.bvAQwl/4LnYjmQ0CW.I7JvqR.h5udllNxbalPUsNJXrPHv.a5w");
  }

  /** Django: tests/auth_tests/test_hashers.py. */
  static Stream<Vector> django() {
    return Stream.of(
            vectors(
                "Django test_hashers.py",
                "lètmein",
                "pbkdf2_sha256$390000$seasalt$8xBlGd3jVgvJ+92hWPxi5ww0uuAuAnKgC45eudxro7c=",
                "sha1$seasalt$cff36ea83f5706ce9aa7454e63e431fc726b2dc8",
                "md5$seasalt$3f86d0d3d465b7b458c231bf3555c0e3",
                "88a434c88cca4e900f7874cd98123f43",
                "md5$$88a434c88cca4e900f7874cd98123f43",
                "sha1$$6d138ca3ae545631b3abd71a4f076ce759c5700b",
                "scrypt$16384$seasalt$8$1$Qj3+9PPyRjSJIebHnG81TMjsqtaIGxNQG/aEB/NYafTJ7tibgfYz71m0ldQESkXFRkdVCBhhY8mx7rQwite/Pw=="),
            vectors(
                "Django test_hashers.py",
                "secret",
                "argon2$argon2i$m=8,t=1,p=1$c29tZXNhbHQ$gwQOXSNhxiOxPOA0+PY10P9QFO4NAYysnqRt1GSQLE55m+2GYDt9FEjPMHhP2Cuf0nOEXXMocVrsJAtNSsKyfg",
                "argon2$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$YC9+jJCrQhs5R6db7LlN8Q",
                "argon2$argon2id$v=19$m=102400,t=2,p=8$Y041dExhNkljRUUy$TMa6A8fPJhCAUXRhJXCXdw"),
            vectors(
                "README of github.com/Racum/rust-djangohashers",
                "KRONOS",
                "bcrypt_sha256$$2b$12$e5C3zfswn.CowOBbbb7ngeYbxKzJePCDHwo8AMr/SZeZCoGrk7oue"))
        .flatMap(each -> each);
  }

  /**
   * Tests of 389 Directory Server with OpenLDAP's hashes, of kanidm and of Ory Kratos. The binary
   * {PBKDF2_SHA256} of 389 Directory Server comes from FreeIPA's test data and a checker for it.
   */
  static Stream<Vector> ldap() {
    return Stream.of(
            vectors(
                "389-ds test_migrate_openldap_password_hash",
                "password",
                "{SSHA}jdALDtX0+MVMkRsX0ilHz0O6Uos95D4s",
                "{MD5}X03MO1qnZdYdgyfeuILPmQ==",
                "{SMD5}RnexgcsjdBHMQ1yhB7+sD+a+qDI=",
                "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
                "{SHA256}XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=",
                "{SSHA256}covFryM35UrKB3gMYxtYpQYTHbTn5kFphjcNHewfj581SLJwjA9jew==",
                "{SHA384}qLZLq9CsqRpZvbt3YbQh1PK7OCgNOnW6DyHyvrxFWD1EbFmGYMlM5oDEfRnDB4On",
                "{SSHA384}kNjTWdmyy2G1IgJF8WrOpq0N//Yc2Ec5TIQYceuiuHQXRXpC1bfnMqyOx0NxrSREjBWDwUpqXjo=",
                "{SHA512}sQnzu7wkTrgkQZF+0G1hi5AI3Qmzvv0bXgc5THBqi7mAsdd4Xll27ASbRt9fEyavWi6m0QP9B8lThf+rDKy8hg==",
                "{SSHA512}+7A8kA32q4mCBao4Cbatdyzl5imVwJ62ZAE7UOTP4pfrF90E9R2LabOfJFzx6guaYhTmUEVK2wRKC8bToqspdeTluX2d1BX2",
                "{PBKDF2}10000$IlfapjA351LuDSwYC0IQ8Q$saHqQTuYnjJN/tmAndT.8mJt.6w",
                "{PBKDF2-SHA1}10000$ZBEH6B07rgQpJSikyvMU2w$TAA03a5IYkz1QlPsbJKvUsTqNV",
                "{PBKDF2-SHA256}10000$henZGfPWw79Cs8ORDeVNrQ$1dTJy73v6n3bnTmTZFghxHXHLsAzKaAy8SksDfZBPIw",
                "{PBKDF2-SHA512}10000$Je1Uw19Bfv5lArzZ6V3EPw$g4T/1sqBUYWl9o93MVnyQ/8zKGSkPbKaXXsT8WmysXQJhWy8MRP2JFudSL.N9RklQYgDPxPjnfum/F2f/TrppA",
                "{ARGON2}$argon2id$v=19$m=65536,t=2,p=1$IyTQMsvzB2JHDiWx8fq7Ew$VhYOA7AL0kbRXI5g2kOyyp8St1epkNj7WZyUY4pAIQQ"),
            vectors(
                "kanidm test_password_from_ds_ssha512",
                "password",
                "{SSHA512}JwrSUHkI7FTAfHRVR6KoFlSN0E3dmaQWARjZ+/UsShYlENOqDtFVU77HJLLrY2MuSp0jve52+pwtdVl2QUAHukQ0XUf5LDtM"),
            vectors(
                "Ory Kratos hasher_test.go",
                "test123",
                "{SSHA}JFZFs0oHzxbMwkSJmYVeI8MnTDy/276a",
                "{SSHA256}czO44OTV17PcF1cRxWrLZLy9xHd7CWyVYplr1rOhuMlx/7IK",
                "{SSHA512}xPUl/px+1cG55rUH4rzcwxdOIPSB2TingLpiJJumN2xyDWN4Ix1WQG3ihnvHaWUE8MYNkvMi5rf0C9NYixHsE6Yh59M="),
            vectors(
                "FreeIPA create-test-data.py",
                "password",
                "{PBKDF2_SHA256}AAAIAG+ooTntmgayOuMZRJuCMFVykCVWcVF3tw8YTlvFp9KF9UnFYhgpz8fC03o4Jv5KD4rQ4GsdXHIRlg/doyd1xOVFDYUZYAPHjnSpm9XnzIcaS4ZCV/JeLqueyeZQWKOlCH+k9BCmO2HZC7AKXWGMG5bJ8GLALceyf0xioP447wehg8caWYY7f2VYBz6k233DUkgV5NqswzuEwtLdDDFjpro0Ac15ok6fS0vqjDfiMs0ai5FCbivEKw4j6ZyuXHCpck6gcH8lh33rs779ZaLAgtIeeW+xdea3BDCQXhuHwCqIxxifLn2gQy/lLxlikXb82gk2ClADhwoG5RIdJ3ABrPDB100yw6QJ7NF14vV7DDzqxqylocWD/l1xw8HIYdkCpRG8PyfLz8TOR+Mgq0uB/mddrSkU6Hsmg9MkGpST69av"),
            vectors(
                "thesubtlety.com, a 389-ds pbkdf2 password checker",
                "Password123",
                "{PBKDF2_SHA256}AAAnEGTxXtnR/oox922/jZyjH6fmiIdW4AwIYZE2LfCVL/SUz5GbAHfjRj4NbN2u8ul0/j/dUzJ4gQSawGALGHZV74nOAtPttoZDTsh7BeGCLD/Ps7vRugwDdz9uPARXzF3bD/8qCpumvRGb4pehzfQsk+FnGgTwi0rUeVaN8a7Kbv8ZpRfU2sd+208F/YL42BWAh/2tv0I4vY7ZsrCZcrUJtgKWy5Nr+t78zmPkrZsX/kgfnGdXhr50kN10cmkLQ0/cZOXo9CAkpeZyFu+wQ5vQdUaES2Vd5kBjJYPCkr4b2ocr4ETQi3IGO2GGCoCetmMIETsudRVSxUNBbva+Vgxin5Apu4wIP/0ZyuGK6TuWLqLnNpmK3RkRx0xjqJ4nN2Ok0ul0XYBJcYIBt4UoaVM2uSa/Etw28Uy+zAsUv2AOiRo5"),
            vectors(
                "crypt_blowfish wrapper.c, in {CRYPT}",
                "U*U",
                "{CRYPT}$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"))
        .flatMap(each -> each);
  }

  /** passlib's documentation, and RustCrypto's tests of the PHC form. */
  static Stream<Vector> phc() {
    return Stream.of(
            vectors(
                "passlib 1.6 documentation, hash.pbkdf2_digest",
                "password",
                "$pbkdf2-sha256$6400$0ZrzXitFSGltTQnBWOsdAw$Y11AchqV4b0sUisdZd0Xr97KWoymNE0LNNrnEgY4H9M",
                "$pbkdf2-sha256$8000$XAuBMIYQQogxRg$tRRlz8hYn63B9LYiCd6PRo6FMiunY9ozmMMI3srxeRE"),
            vectors(
                "passlib documentation, hash.scrypt",
                "password",
                "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E",
                "$scrypt$ln=8,r=8,p=1$WKs1xljLudd6z9kbY0wpJQ$yCR4iDZYDKv+iEJj6yHY0lv/epnfB6f/w1EbXrsJOuQ"),
            vectors(
                "github.com/RustCrypto/password-hashes",
                "password",
                "$pbkdf2-sha256$i=4096,l=32$c2FsdA$xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o"),
            vectors(
                "go-crypt/crypt decoder tests, of passlib",
                "password123",
                "$pbkdf2$131000$ay3FOEdoLQWA0Frr/b83Rg$ZfhrII96N/ysF7yNKHNziHC34E4"),
            vectors(
                "Ory Kratos hasher_test.go",
                "test",
                "$scrypt$ln=16384,r=8,p=1$2npRo7P03Mt8keSoMbyD/tKFWyUzjiQf2svUaNDSrhA=$MiCzNcIplSMqSBrm4HckjYqYhaVPPjTARTzwB1cVNYE="))
        .flatMap(each -> each);
  }

  /** phpass' test.php, passlib's tests, FusionAuth's tests. */
  static Stream<Vector> phpass() {
    return Stream.of(
            vectors("phpass test.php", "test12345", "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"),
            vectors("passlib test_handlers", "test1", "$H$9aaaaaSXBjgypwqm.JsMssPLiS8YQ00"),
            vectors("passlib test_handlers", "", "$P$7JaFQsPzJSuenezefD/3jHgt5hVfNH0"),
            vectors("passlib test_handlers", "compL3X!", "$P$FiS0N5L672xzQx1rt1vgdJQRYKnQM9/"),
            vectors(
                "John the Ripper, in passlib", "JohnRipper", "$P$B12345678L6Lpt4BxNotVIMILOa9u81"),
            vectors(
                "FusionAuth, of WordPress",
                "!?!#?#?#$&@&@!&@",
                "$P$Buvd5FQxkeXJnDarN7..wRMwRKJeZ40"))
        .flatMap(each -> each);
  }

  /** WordPress 6.8: the administrator of a published WordPress 7.1 on PHP-WASM. */
  static Stream<Vector> wordPress() {
    return vectors(
        "PHP-WASM's WordPress 7.1 demo",
        "admin",
        "$wp$2y$10$Q1xinFjrZeLWJBvxviIL6u834Fu.evIEFHAUVisQ5O.w9Dm0sMdES");
  }

  /** Auth0: documentation of the bulk import. */
  static Stream<Vector> auth0() {
    return vectors(
        "Auth0 bulk-user-import-schema",
        "hello",
        "$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K");
  }

  static Stream<Vector> firebase() {
    return vectors(
        "Ory Kratos hasher_test.go",
        "8x4WjoDbSxJZdR",
        "$firescrypt$ln=14,r=8,p=1$sPtDhWcd1MfdAw==$xbSou7FOl6mChCyzpCPIQ7tku7nsQMTFtyOZSXXd7tjBa4NtimOx7v42Gv2SfzPQu1oxM2/k4SsbOu73wlKe1A==$Bw==$YE0dO4bwD4JnJafh6lZZfkp1MtKzuKAXQcDCJNJNyeCHairWHKENOkbh3dzwaCdizzOspwr/FITUVlnOAwPKyw==");
  }

  static Stream<Vector> kratos() {
    return Stream.of(
            vectors(
                "Ory Kratos hasher_test.go",
                "test",
                "$sha1$pf=e1NBTFR9e1BBU1NXT1JEfQ==$NW9wbWtnejAzcg==$2qU2SGWP8viTM1md3FiI3+rjWXQ=",
                "$sha1$pf=Pz9zdGF0aWNQcmVmaXg/P3tTQUxUfXtQQVNTV09SRH0=$NW9wbWtnejAzcg==$SAAxMUn7jxckQXkBmsVF0nHwqso=",
                "$sha1$pf=e1BBU1NXT1JEfSUle1NBTFR9$NW9wbWtnejAzcg==$YX0AW8/MW5ojUlnzTaR43ucHCog=",
                "$sha1$pf=JHtQQVNTV09SRH0ke1NBTFR9JA==$NW9wbWtnejAzcg==$iE5n1yjX3oAdxRHwZ4u57I4LpQo=",
                "$sha256$pf=e1NBTFR9e1BBU1NXT1JEfQ==$NW9wbWtnejAzcg==$0gfRVLCvtBCk20udLDEY5vNhujWx7RGjwRIS1ebMsLY=",
                "$sha512$pf=e1NBTFR9JCR7UEFTU1dPUkR9$NW9wbWtnejAzcg==$1F9BPW8UtdJkZ9Dhlf+D4X4dJ9xfuH8y04EfuCP2k4aGPPq/aWxU9/xe3LydHmYW1/K3zu3NFO9ETVrZettz3w==",
                "$md5$CY9rzUYh03PK3k6DJie09g==",
                "$md5$pf=e1NBTFR9e1BBU1NXT1JEfQ==$MTIz$q+RdKCgc+ipCAcm5ChQwlQ=="),
            vectors(
                "Ory Kratos handler_test.go",
                "123456",
                "$hmac-sha256$YjhhZDA4YTNhNTQ3ZTM1ODI5YjgyMWI3NTM3MDMwMWRkOGM0YjA2YmRkNzc3MWY5YjU0MWE3NTkxNDA2ODcxOA==$MTIzNDU2"))
        .flatMap(each -> each);
  }

  /** ASP.NET Identity, Werkzeug and MediaWiki publish only values computed elsewhere. */
  static Stream<Vector> computedByPython() {
    return vectors(
        "Python 3 hashlib, in the form of ASP.NET Identity, Werkzeug, MediaWiki",
        "correct horse",
        "AAECAwQFBgcICQoLDA0ODxCEoD730DGnFw4NHnkFbzUqs2Q+oFLS3DOrtNk3ruUCig==",
        "AQAAAAAAAAPoAAAAEAECAwQFBgcICQoLDA0ODxCEoD730DGnFw4NHnkFbzUqs2Q+oFLS3DOrtNk3ruUCig==",
        "AQAAAAEAACcQAAAAEAECAwQFBgcICQoLDA0ODxCbIJnJm+N8Gtk+QWDtYJlv+Q/iGAle/IXkUarqzIXzHg==",
        "AQAAAAIAAYagAAAAEAECAwQFBgcICQoLDA0ODxD32R4DhQfgk6KzHslnKd/nN2j/RiCE0yccE5eAFLqamA==",
        "pbkdf2:sha256:260000$Zl4bC9eXqRt2yWqa$244a1a82e213bf4869ca7e347936753d4f16633dd6fa714539fdf1272cdc8381",
        "pbkdf2:sha1:1000$Zl4bC9eX$ef0a1a51e024a5fb2a7392d5e62413b978fe1093",
        "pbkdf2:sha512:1000$Zl4bC9eXqRt2yWqa$22b07a493b99f137ac604116e688420525c96acc5d4882cde0bc4bfed97e1c652575155dfeb394d1e2b708d7891663b98f0d8c3677ea05858a1e7f6190de9d09",
        "scrypt:32768:8:1$Zl4bC9eXqRt2yWqa$9fb728eea9f4de8dc54bc12c4da70de85eb7291e9d43e0183fa338bb95c4076d8d196f2918829aea561eef3cf023a9cdf07e9556596482e4d9e73a456b8ff697",
        "sha256$Zl4bC9eXqRt2yWqa$1687d81aa87d5a87f7c75b79a2c20e4f7c1b5cc26e2868de8432f56d58309955",
        "sha512$$56b698defedb5a435b634afe3320bbaf3fdcd920b6c503a446fc7b7a776b298d479d1ba6a8b617808eb0bf579ce9a95d668347bcab7149085ac93cb27995197b",
        ":pbkdf2:sha512:30000:64:AQIDBAUGBwgJCgsMDQ4PEA==:KBA2B5lE0XOaHJvGmIGDC47gTJJVd8DmIwDiR2gFBKf/+81QtC2H7e5iyDJlA8EjgM5twSNlwd3f8ZXJzSsESw==");
  }

  /** See also SpringHashesTest. */
  static Stream<Vector> springByPython() {
    return vectors(
        "Python 3 hashlib, in the form of Spring Security",
        "correct horse",
        "{pbkdf2}0102030405060708e8ce648fa282262e5ef215fb148ba2f143e66d90e0f912179fa69d17e466954a",
        "{pbkdf2@SpringSecurity_v5_8}0102030405060708090a0b0c0d0e0f10d74a25a9210a19da17dac14247636c9a5aeaeca4ba7126b1aaa45448206f6602",
        "{sha256}010203040506070804b1b49d4fdcb8941a1c91c1cdbe762f9ce27d41643605c6f6bbd2387fc6a3b5",
        "{scrypt}$e0801$AQIDBAUGBwgJCgsMDQ4PEA==$FxwiFcMw85WnckBUWaE5YS/WyrZJZiEk6WbzTUsJhPo=",
        "$e0801$AQIDBAUGBwgJCgsMDQ4PEA==$FxwiFcMw85WnckBUWaE5YS/WyrZJZiEk6WbzTUsJhPo=",
        "{scrypt@SpringSecurity_v5_8}$100801$AQIDBAUGBwgJCgsMDQ4PEA==$pNOIejdYHvzXJd29ukg7ijy3IczJ24xlaGFTnMTc0Cc=",
        "{SHA-256}{thesalt}704ae31f61d1cfadd65c6b97094ef4e4763ef442b3ae86cda012d69a49c00656",
        "{MD5}{thesalt}07c938fd7fa02de5193f312123c293e9");
  }

  /** Hashes of this class or RFC 6070 in other forms. */
  static Stream<Vector> otherSpellings() {
    return Stream.of(
            vectors(
                "RFC 6070, in the form of MediaWiki",
                "password",
                ":pbkdf2:sha1:4096:20:c2FsdA==:SwB5AbdlSJq+rUnZJvch0GWkKcE="),
            vectors(
                "389-ds, in the form of Spring Security",
                "password",
                "{ldap}{SSHA}jdALDtX0+MVMkRsX0ilHz0O6Uos95D4s",
                "{SHA}5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"),
            vectors(
                "phc-winner-argon2 test.c, in the forms of Spring Security, MediaWiki and Nextcloud",
                "password",
                "{argon2}$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "{argon2@SpringSecurity_v5_8}$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                ":argon2:$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "3|$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"),
            vectors(
                "README of github.com/firebase/scrypt, in the form of Supabase",
                "user1password",
                "$fbscrypt$v=1,n=14,r=8,p=1,ss=Bw==,sk=jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==$42xEC+ixf3L2lw==$lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ=="))
        .flatMap(each -> each);
  }

  static Stream<Vector> all() {
    return Stream.of(
            argon2Reference(),
            argon2OfPasslib(),
            django(),
            ldap(),
            phc(),
            phpass(),
            wordPress(),
            auth0(),
            firebase(),
            kratos(),
            computedByPython(),
            springByPython(),
            otherSpellings())
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPublishedHashIsThatOfItsPassword(String source, String password, String hash) {
    ForeignHash parsed = ForeignHashes.parse(hash);

    assertThat(parsed.matches(password)).as(source).isTrue();
    assertThat(parsed.matches(password + "x")).isFalse();
    assertThat(parsed.matches("")).isEqualTo(password.isEmpty());
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatAFileHasAroundAHashIsCut(String source, String password, String hash) {
    ForeignHash parsed = ForeignHashes.parse(hash);

    assertThat(ForeignHashes.parse("\uFEFF \t" + hash + " \u00A0\r\n"))
        .as(source)
        .isEqualTo(parsed);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aHashIsTheSameAfterItWasWritten(String source, String password, String hash) {
    ForeignHash parsed = ForeignHashes.parse(hash);

    assertThat(ForeignHashes.parse(parsed.encoded())).as(source).isEqualTo(parsed);
  }

  private static Stream<Vector> vectors(String source, String password, String... hashes) {
    return Stream.of(hashes).map(hash -> new Vector(source, password, hash));
  }
}
