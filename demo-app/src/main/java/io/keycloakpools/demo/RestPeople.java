package io.keycloakpools.demo;

import io.keycloakpools.simulators.rest.RestUser;
import java.util.List;

final class RestPeople {
  private RestPeople() {}

  static List<Person<RestUser>> ofTheOldShop() {
    return List.of(
        new Person<>(
            user("1001", "dorothy", "Dorothy", "Vaughan").build(),
            "dorothy",
            "moves into the pool Customers, and is asked to accept the shop's terms",
            "asked for VERIFY_PROFILE"),
        new Person<>(
            user("1002", "niklaus", "Niklaus", "Wirth").status("disabled").build(),
            "niklaus",
            "disabled in the old shop: refused, and told why",
            "refused: This account is disabled."));
  }

  private static RestUser.Builder user(String id, String username, String first, String last) {
    return RestUser.builder(id, username)
        .password(Person.PASSWORD)
        .name(first, last)
        .email(username + "@example.com", true);
  }
}
