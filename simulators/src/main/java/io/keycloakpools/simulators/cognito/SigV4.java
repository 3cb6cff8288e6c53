package io.keycloakpools.simulators.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keycloakpools.simulators.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** "Create a signed AWS API request" (AWS Signature Version 4), from the server's side. */
record SigV4(
    String accessKeyId,
    String date,
    String region,
    String service,
    List<String> signedHeaders,
    String signature) {
  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final Pattern HEADER =
      Pattern.compile(
          ALGORITHM
              + " Credential=([^/,]+)/(\\d{8})/([^/,]+)/([^/,]+)/aws4_request,"
              + "\\s*SignedHeaders=([^,]+),\\s*Signature=([0-9a-f]{64})");

  static SigV4 of(HttpRequest request) {
    String header = request.header("Authorization").orElse("");
    if (!header.startsWith(ALGORITHM)) {
      throw new CognitoError("MissingAuthenticationTokenException", "Missing Authentication Token");
    }
    Matcher parts = HEADER.matcher(header);
    if (!parts.matches()) {
      throw new CognitoError(
          "IncompleteSignatureException", "Authorization header is not a complete signature.");
    }
    return new SigV4(
        parts.group(1),
        parts.group(2),
        parts.group(3),
        parts.group(4),
        Arrays.asList(parts.group(5).split(";", -1)),
        parts.group(6));
  }

  void verify(HttpRequest request, String secret, String expectedRegion) {
    if (!region.equals(expectedRegion)) {
      throw invalid("Credential should be scoped to a valid region.");
    }
    if (!service.equals("cognito-idp")) {
      throw invalid("Credential should be scoped to correct service: 'cognito-idp'.");
    }
    byte[] expected = expectedSignature(request, secret).getBytes(UTF_8);
    if (!signedHeaders.contains("host")
        || !MessageDigest.isEqual(expected, signature.getBytes(UTF_8))) {
      throw invalid(
          "The request signature we calculated does not match the signature you provided. Check"
              + " your AWS Secret Access Key and signing method. Consult the service documentation"
              + " for details.");
    }
  }

  private String expectedSignature(HttpRequest request, String secret) {
    String scope = String.join("/", date, region, service, "aws4_request");
    String time = request.header("X-Amz-Date").orElse("");
    String toSign = String.join("\n", ALGORITHM, time, scope, sha256(canonical(request)));
    byte[] key = ("AWS4" + secret).getBytes(UTF_8);
    for (String part : List.of(date, region, service, "aws4_request", toSign)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(key);
  }

  private String canonical(HttpRequest request) {
    String headers =
        signedHeaders.stream()
            .map(name -> name + ":" + headerValue(request, name) + "\n")
            .collect(Collectors.joining());
    String query = request.uri().getRawQuery();
    return String.join(
        "\n",
        request.method(),
        request.uri().getRawPath(),
        query == null ? "" : query,
        headers,
        String.join(";", signedHeaders),
        sha256(request.body()));
  }

  private static String headerValue(HttpRequest request, String name) {
    return request.header(name).orElse("").strip().replaceAll(" +", " ");
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CognitoError invalid(String message) {
    return new CognitoError("InvalidSignatureException", message);
  }
}
