package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.Totp;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Selects apps whose codes Keycloak can check ({@code OTPCredentialModel}). */
public final class AuthenticatorApps {

  /** Names of such apps among the second factors, where secrets are exported. */
  private static final Set<String> NAMES = Set.of("totp", "otp");

  private static final Set<Integer> DIGITS = Set.of(6, 8);

  /** In seconds; a code that is valid for longer is hardly one-time. */
  private static final int LONGEST_PERIOD = 300;

  private static final int MOST = 10;
  private static final String BASE32 = "BASE32";
  private static final Map<String, String> ALGORITHMS =
      Map.of("hmacsha1", "HmacSHA1", "hmacsha256", "HmacSHA256", "hmacsha512", "HmacSHA512");

  /** RFC 4648: eight characters encode five bytes; one, three or six more encode nothing. */
  private static final Pattern BASE32_TEXT =
      Pattern.compile("([A-Z2-7]{8})*([A-Z2-7]{2}|[A-Z2-7]{4}|[A-Z2-7]{5}|[A-Z2-7]{7})?");

  private static final Pattern SEPARATORS = Pattern.compile("[\\s-]|=+\\s*$");

  private AuthenticatorApps() {}

  public static List<Totp> usable(List<Totp> apps) {
    Set<String> labels = new HashSet<>();
    return apps.stream()
        .map(AuthenticatorApps::usable)
        .flatMap(Optional::stream)
        .limit(MOST)
        .map(app -> labelled(app, label(app).filter(label -> labels.add(lower(label)))))
        .toList();
  }

  /**
   * Whether no second factor is lost: there are none, or all are authenticator apps and at least
   * one is usable.
   */
  public static boolean replaceSecondFactors(DirectoryUser user) {
    return usable(user.totps()).isEmpty()
        ? user.totps().isEmpty() && user.secondFactors().isEmpty()
        : user.secondFactors().stream().allMatch(name -> NAMES.contains(lower(name)));
  }

  private static Optional<Totp> usable(Totp app) {
    String algorithm = ALGORITHMS.get(lower(app.algorithm()));
    boolean known =
        algorithm != null
            && DIGITS.contains(app.digits())
            && app.period() > 0
            && app.period() <= LONGEST_PERIOD;
    return known ? secret(app).map(secret -> with(app, secret, algorithm)) : Optional.empty();
  }

  /** Keycloak skips characters outside Base32 and would derive another secret. */
  private static Optional<String> secret(Totp app) {
    if (app.secret().isBlank() || app.secret().length() > Texts.LONGEST_VALUE) {
      return Optional.empty();
    }
    if (app.encoding().isEmpty()) {
      return Optional.of(app.secret()).filter(Texts::isValue);
    }
    String plain = SEPARATORS.matcher(app.secret()).replaceAll("").toUpperCase(Locale.ROOT);
    boolean base32 =
        BASE32.equalsIgnoreCase(app.encoding().get())
            && !plain.isEmpty()
            && BASE32_TEXT.matcher(plain).matches();
    return base32 ? Optional.of(plain) : Optional.empty();
  }

  private static Totp with(Totp app, String secret, String algorithm) {
    return new Totp(
        secret,
        app.label(),
        app.digits(),
        app.period(),
        algorithm,
        app.encoding().map(encoding -> BASE32));
  }

  /** Keycloak rejects duplicate labels. */
  private static Totp labelled(Totp app, Optional<String> label) {
    return new Totp(
        app.secret(), label, app.digits(), app.period(), app.algorithm(), app.encoding());
  }

  private static Optional<String> label(Totp app) {
    return app.label().flatMap(Texts::name);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
