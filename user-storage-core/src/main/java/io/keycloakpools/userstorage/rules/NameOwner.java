package io.keycloakpools.userstorage.rules;

import java.util.Optional;
import java.util.function.Function;

/**
 * The account of the realm that has the name or the address of a user to import.
 *
 * @param field what both have
 */
public record NameOwner<U>(U account, Field field) {

  public enum Field {
    USERNAME,
    EMAIL
  }

  /**
   * The accounts of the realm.
   *
   * @param byUsername by exactly this username
   * @param byUniqueEmail by an address that no two accounts may have
   * @param byAddress by a username that is another account's address
   */
  public record Accounts<U>(
      Function<String, Optional<U>> byUsername,
      Function<String, Optional<U>> byUniqueEmail,
      Function<String, Optional<U>> byAddress) {}

  /** The first account found: by username, by e-mail address, by username as address. */
  public static <U> Optional<NameOwner<U>> find(
      String username, Optional<String> email, Accounts<U> accounts) {
    return accounts
        .byUsername()
        .apply(username)
        .map(account -> new NameOwner<>(account, Field.USERNAME))
        .or(
            () ->
                email
                    .flatMap(accounts.byUniqueEmail())
                    .map(account -> new NameOwner<>(account, Field.EMAIL)))
        .or(
            () ->
                accounts
                    .byAddress()
                    .apply(username)
                    .map(account -> new NameOwner<>(account, Field.USERNAME)));
  }
}
