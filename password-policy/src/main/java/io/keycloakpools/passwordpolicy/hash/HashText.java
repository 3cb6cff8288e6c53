package io.keycloakpools.passwordpolicy.hash;

import io.keycloakpools.passwordpolicy.hash.RefusedHashException.Reason;
import java.util.regex.Pattern;

final class HashText {

  /** Nextcloud and ownCloud write the hasher's version first. */
  private static final Pattern NEXTCLOUD = Pattern.compile("[123]\\|\\$.*", Pattern.DOTALL);

  /** Joomla's salt follows the password, Magento's precedes it; the text is the same. */
  private static final Pattern DIGEST_AND_SALT = Pattern.compile("[0-9a-fA-F]{32,64}:[^:$]+");

  private static final Pattern MYSQL = Pattern.compile("\\*[0-9a-fA-F]{40}");

  private HashText() {}

  static ForeignHash parse(String text) {
    HashBounds.length("hash", text.length(), 1, HashBounds.MAX_TEXT);
    String hash = Encodings.trimmed(text);
    HashBounds.length("hash", hash.length(), 1, HashBounds.MAX_TEXT);
    return switch (hash.charAt(0)) {
      case '$' -> ModularCrypt.parse(hash);
      case '{' -> LdapHash.parse(hash);
      case ':' -> MediaWikiHash.parse(hash);
      case '!', '*' -> throw unusable(hash);
      default -> hash.indexOf('$') < 0 ? unnamed(hash) : named(hash);
    };
  }

  private static ForeignHash named(String text) {
    if (NEXTCLOUD.matcher(text).matches()) {
      return ModularCrypt.parse(text.substring(2));
    }
    int dollar = text.indexOf('$');
    String name = text.substring(0, dollar);
    String rest = text.substring(dollar + 1);
    return WerkzeugHash.isMethod(name)
        ? WerkzeugHash.parse(name, rest)
        : DjangoHash.parse(name, rest);
  }

  private static ForeignHash unnamed(String text) {
    if (DIGEST_AND_SALT.matcher(text).matches()) {
      throw new RefusedHashException(
          Reason.AMBIGUOUS, "hash", "Auth0's object with salt.position prefix or suffix");
    }
    return AspNetIdentityHash.read(text).orElseGet(() -> DjangoHash.unsaltedMd5(text));
  }

  /** Django's {@code set_unusable_password}; crypt(5) hashes never contain these characters. */
  private static RefusedHashException unusable(String text) {
    return MYSQL.matcher(text).matches()
        ? new RefusedHashException(Reason.UNSUPPORTED, "hash", "MySQL's double SHA-1")
        : new RefusedHashException(Reason.NO_PASSWORD, "hash");
  }

  static <T extends ForeignHash> T parse(String where, String text, Class<T> expected) {
    ForeignHash hash = parse(text);
    if (!expected.isInstance(hash)) {
      throw Encodings.malformed(where);
    }
    return expected.cast(hash);
  }
}
