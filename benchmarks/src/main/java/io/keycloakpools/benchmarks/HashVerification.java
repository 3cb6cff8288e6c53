package io.keycloakpools.benchmarks;

import io.keycloakpools.passwordpolicy.hash.ForeignHash;
import io.keycloakpools.passwordpolicy.hash.ForeignHashes;
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

/** Time to verify a password, for each family of hashes at its usual cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class HashVerification {

  /** A wrong password takes as long as the right one. */
  @Param public Family family;

  private ForeignHash hash;

  /** The passwords of these hashes do not matter. */
  public enum Family {
    BCRYPT_10("$2b$10$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K"),
    BCRYPT_12("$2b$12$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K"),
    BCRYPT_15_THE_MOST("$2b$15$nFguVi9LsCAcvTZFKQlRKeLVydo8ETv483lkNsSFI/Wl1Rz1Ypo1K"),
    WORDPRESS_10("$wp$2y$10$Q1xinFjrZeLWJBvxviIL6u834Fu.evIEFHAUVisQ5O.w9Dm0sMdES"),
    ARGON2ID_KEYCLOAK(
        "$argon2id$v=19$m=7168,t=5,p=1$c29tZXNhbHRzb21lc2FsdA$r4Oo1wGvZA95Ee2ql0BxTjPMLtEb2RJx3pJ/l+PU2ts"),
    ARGON2ID_64_MIB(
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
    PBKDF2_SHA256_600000(
        "$pbkdf2-sha256$i=600000,l=32$c2FsdA$xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o"),
    PBKDF2_SHA512_210000(
        "$pbkdf2-sha512$210000$WOudk1IKQUjJGUOIEaK0lg$gwHiLsQS/G/5TbuulDR2xgF4h/e6unkgrAh.bvAQwl/4LnYjmQ0CW.I7JvqR.h5udllNxbalPUsNJXrPHv.a5w"),
    SCRYPT_14(
        "$scrypt$ln=14,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E"),
    SCRYPT_17(
        "$scrypt$ln=17,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E"),
    FIREBASE_SCRYPT(
        "$firescrypt$ln=14,r=8,p=1$sPtDhWcd1MfdAw==$xbSou7FOl6mChCyzpCPIQ7tku7nsQMTFtyOZSXXd7tjBa4NtimOx7v42Gv2SfzPQu1oxM2/k4SsbOu73wlKe1A==$Bw==$YE0dO4bwD4JnJafh6lZZfkp1MtKzuKAXQcDCJNJNyeCHairWHKENOkbh3dzwaCdizzOspwr/FITUVlnOAwPKyw=="),
    PHPASS_8192("$P$B12345678L6Lpt4BxNotVIMILOa9u81"),
    SALTED_SHA512(
        "{SSHA512}+7A8kA32q4mCBao4Cbatdyzl5imVwJ62ZAE7UOTP4pfrF90E9R2LabOfJFzx6guaYhTmUEVK2wRKC8bToqspdeTluX2d1BX2"),
    HMAC_SHA256(
        "$hmac-sha256$YjhhZDA4YTNhNTQ3ZTM1ODI5YjgyMWI3NTM3MDMwMWRkOGM0YjA2YmRkNzc3MWY5YjU0MWE3NTkxNDA2ODcxOA==$MTIzNDU2");

    private final String encoded;

    Family(String encoded) {
      this.encoded = encoded;
    }
  }

  @Setup
  public void parse() {
    hash = ForeignHashes.parse(family.encoded);
  }

  @Benchmark
  public boolean verify() {
    return hash.matches("a password of 25 letters");
  }

  @Benchmark
  public ForeignHash read() {
    return ForeignHashes.parse(family.encoded);
  }
}
