package io.keycloakpools.passwordpolicy.hash;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Parsers of the objects of Auth0, Firebase and Cloudentity. */
class HashObjectFuzz {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> examples() {
    return Stream.of(
        "{\"algorithm\":\"sha256\",\"hash\":{\"value\":\"d24e794fce503c3ddb1cd1ba1dd5d9b250cf9917336a0316fefd87fecf79200f\",\"encoding\":\"hex\"},\"salt\":{\"value\":\"abc123\",\"position\":\"prefix\"},\"password\":{\"encoding\":\"utf16le\"}}",
        "{\"algorithm\":\"hmac\",\"hash\":{\"value\":\"cg7f42jH39/2EaAU4wNd4s2lKIk=\",\"encoding\":\"base64\",\"digest\":\"sha1\",\"key\":{\"value\":\"736868\",\"encoding\":\"hex\"}}}",
        "{\"algorithm\":\"scrypt\",\"hash\":{\"value\":\"097f6197e1b41538f723e32aa7a68e8d76227d8e432ce5faa4882a913032db29\",\"encoding\":\"hex\"},\"salt\":{\"value\":\"abc123\",\"encoding\":\"utf8\"},\"keylen\":32,\"cost\":4096}",
        "{\"algorithm\":\"pbkdf2\",\"hash\":{\"value\":\"$pbkdf2-sha512$KNyFsA2rWoE$I2CQGI9H0JxdDf3kERRI97kPCGxh0KWBIV3MxyaS191gDGfzVBGyS4BibhgqWQ0/ails8mHuU9ckASxHOOq58w\"}}",
        "{\"config\":{\"method\":\"pbkdf2\",\"pbkdf2\":{\"function\":\"sha256\",\"key_length\":64,\"number_of_iterations\":1,\"salt\":\"salt\"}},\"value\":\"VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLxJypzM8Xm2RZkWZLOdd+8xfHG4RbHjC9UJESBB06GXgw==\"}",
        "{\"config\":{\"method\":\"sha\",\"sha\":{\"function\":\"sha256\"}},\"value\":\"XohImNooBHFR0OVvjcYpJ3NgPQ1qq73WKhHvch0VQtg=\"}",
        "{\"passwordHash\":\"lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==\",\"salt\":\"42xEC+ixf3L2lw==\",\"hash_config\":{\"algorithm\":\"SCRYPT\",\"base64_signer_key\":\"jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==\",\"base64_salt_separator\":\"Bw==\",\"rounds\":8,\"mem_cost\":14}}");
  }

  @MethodSource("examples")
  @FuzzTest(maxDuration = "2s")
  void whateverIsReadIsReadOrRefused(@NotNull String json) {
    ForeignHash hash;
    try {
      hash = ForeignHashes.parse(JSON.readTree(json));
    } catch (JsonProcessingException | RefusedHashException e) {
      return;
    }
    if (!ForeignHashes.parse(hash.encoded()).equals(hash)) {
      throw new AssertionError(json);
    }
  }
}
