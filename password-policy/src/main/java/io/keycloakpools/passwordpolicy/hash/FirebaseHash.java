package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Firebase's scrypt. JSON: {@code passwordHash} and {@code salt} from {@code firebase auth:export},
 * with the console's {@code hash_config}. Text: Ory Kratos' {@code $firescrypt$}, Supabase's {@code
 * $fbscrypt$}.
 */
final class FirebaseHash {

  private static final Pattern PARAMETERS = Pattern.compile("ln=(\\d{1,3}),r=(\\d{1,3}),p=1");
  private static final Pattern SUPABASE =
      Pattern.compile(
          "\\$fbscrypt\\$v=1,n=(\\d{1,3}),r=(\\d{1,3}),p=1(?:,ss=([^,$]*))?,sk=([^,$]+)"
              + "\\$([^$]+)\\$([^$]+)");

  private FirebaseHash() {}

  static FirebaseScrypt parse(JsonFields fields) {
    if (!fields.optionalText("hash_config.algorithm").orElse("SCRYPT").equals("SCRYPT")) {
      throw new RefusedHashException(
          Reason.UNSUPPORTED, "hash_config.algorithm", "other than SCRYPT");
    }
    return new FirebaseScrypt(
        fields.number("hash_config.mem_cost"),
        fields.number("hash_config.rounds"),
        base64(fields, "salt"),
        fields
            .optionalText("hash_config.base64_salt_separator")
            .map(text -> Encodings.base64("hash_config.base64_salt_separator", text))
            .orElse(Bytes.NONE),
        base64(fields, "hash_config.base64_signer_key"),
        base64(fields, "passwordHash"));
  }

  private static Bytes base64(JsonFields fields, String path) {
    return Encodings.base64(path, Encodings.trimmed(fields.text(path)));
  }

  static FirebaseScrypt parse(String text) {
    String[] parts = text.split("\\$", -1);
    Matcher parameters = PARAMETERS.matcher(parts.length == 7 ? parts[2] : "");
    if (!parameters.matches()) {
      throw Encodings.malformed("firescrypt");
    }
    return new FirebaseScrypt(
        Integer.parseInt(parameters.group(1)),
        Integer.parseInt(parameters.group(2)),
        Encodings.base64("firebase-scrypt salt", parts[3]),
        Encodings.base64("firebase-scrypt salt separator", parts[5]),
        Encodings.base64("firebase-scrypt signer key", parts[6]),
        Encodings.base64("firebase-scrypt hash", parts[4]));
  }

  static FirebaseScrypt parseSupabase(String text) {
    Matcher parts = SUPABASE.matcher(text);
    if (!parts.matches()) {
      throw Encodings.malformed("fbscrypt");
    }
    String separator = parts.group(3);
    return new FirebaseScrypt(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Encodings.base64("firebase-scrypt salt", parts.group(5)),
        separator == null
            ? Bytes.NONE
            : Encodings.base64("firebase-scrypt salt separator", separator),
        Encodings.base64("firebase-scrypt signer key", parts.group(4)),
        Encodings.base64("firebase-scrypt hash", parts.group(6)));
  }
}
