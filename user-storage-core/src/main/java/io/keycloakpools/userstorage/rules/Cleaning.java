package io.keycloakpools.userstorage.rules;

import io.keycloakpools.userstorage.directory.DirectoryUser;
import io.keycloakpools.userstorage.directory.PersonName;
import io.keycloakpools.userstorage.directory.SocialIdentity;
import io.keycloakpools.userstorage.directory.Tenant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drops what Keycloak cannot store; rejects only users without clear identifiers.
 *
 * <p>{@link AttributeMapping} and {@link AuthenticatorApps} check their own parts. All second
 * factors stay: each may close a gate.
 */
public final class Cleaning {

  /** Roles or groups; each costs a look-up in Keycloak's database. */
  static final int MOST_NAMES = 1000;

  static final int MOST_PARTS = 100;

  private final Set<String> leftOut = new TreeSet<>();

  private Cleaning() {}

  /** {@code leftOut} names the changed parts in an admin's words. */
  public record Cleaned(DirectoryUser user, Set<String> leftOut) {
    public Cleaned {
      leftOut = Set.copyOf(leftOut);
    }
  }

  /**
   * Empty if the identifier, username, login name or e-mail address has more than 255 characters,
   * or hidden ones.
   */
  public static Optional<Cleaned> of(DirectoryUser user) {
    boolean identified =
        Texts.isIdentifier(user.externalId())
            && Texts.isIdentifier(user.username())
            && Texts.isIdentifier(user.loginName())
            && user.email().filter(address -> !Texts.isIdentifier(address)).isEmpty();
    return identified ? Optional.of(new Cleaning().cleaned(user)) : Optional.empty();
  }

  private Cleaned cleaned(DirectoryUser user) {
    DirectoryUser clean =
        new DirectoryUser(
            user.externalId(),
            isOpaque(user) ? user.username() : user.username().strip(),
            user.loginName(),
            user.email().map(String::strip),
            user.emailVerified(),
            kept(
                "phone number", user.phoneNumber(), user.phoneNumber().filter(Texts::isIdentifier)),
            names(user.name()),
            user.status(),
            user.attributes(),
            user.roles().map(names -> names("roles", names, MOST_NAMES)),
            user.groups().map(names -> names("groups", names, MOST_NAMES)),
            tenants(user.tenants()),
            user.secondFactors(),
            user.totps(),
            accounts(user.socialIdentities()),
            names("required actions", user.requiredActions(), MOST_PARTS));
    return new Cleaned(clean, leftOut);
  }

  /** See {@link Usernames}. */
  private static boolean isOpaque(DirectoryUser user) {
    return user.username().equals(user.externalId());
  }

  private PersonName names(PersonName name) {
    return new PersonName(
        name("given name", name.given()),
        name("family name", name.family()),
        name("full name", name.full()));
  }

  private Optional<String> name(String field, Optional<String> text) {
    return kept(field, text, text.flatMap(Texts::name));
  }

  private Set<String> names(String field, Set<String> names, int most) {
    Stream<String> fit = names.stream().filter(Texts::isIdentifier).sorted();
    return kept(field, names, fit.limit(most).collect(Collectors.toSet()));
  }

  /** Keeps invalid aliases: a setting ignores or refuses them. */
  private Set<Tenant> tenants(Set<Tenant> tenants) {
    return tenants.stream()
        .map(tenant -> new Tenant(tenant.id(), name("name of a tenant", tenant.name())))
        .sorted(TenantRule.BY_ID_AND_NAME)
        .limit(MOST_PARTS)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toSet(), few -> counted("tenants", tenants, few)));
  }

  private List<SocialIdentity> accounts(List<SocialIdentity> accounts) {
    List<SocialIdentity> fit =
        accounts.stream()
            .filter(account -> Texts.isIdentifier(account.userId()))
            .limit(MOST_PARTS)
            .map(Cleaning::shown)
            .toList();
    return counted("accounts elsewhere", accounts, fit);
  }

  private static SocialIdentity shown(SocialIdentity account) {
    return new SocialIdentity(
        account.connection(),
        account.userId(),
        Texts.name(account.username()).orElse(account.userId()));
  }

  private <T> T kept(String field, T before, T after) {
    return noted(field, before, after, value -> value);
  }

  private <T extends Collection<?>> T counted(String field, T before, T after) {
    return noted(field, before, after, Collection::size);
  }

  private <T> T noted(String field, T before, T after, Function<T, Object> by) {
    if (!by.apply(before).equals(by.apply(after))) {
      leftOut.add(field);
    }
    return after;
  }
}
