package io.keycloakpools.demo;

import java.net.URI;

/** The text that says what is there and what to try. */
record Welcome(URI keycloak, Iterable<DemoPool> pools, String log) {

  String text() {
    return """

    Account console   %1$s/realms/demo/account/
    Admin console     %1$s/admin/master/console/#/demo   (user admin, password admin)
    Server log        %2$s

    Everybody's password is %3$s
    """
            .formatted(keycloak, log, Person.PASSWORD)
        + people()
        + """

        What to try
        1. Sign in to the account console as ada. In the admin console she is linked: the password
           stays in Cognito, department, role staff and organization acme come from there.
        2. Sign out, type here:  set ada custom:department Research
           Sign in again: the department has followed.
        3. Sign in as alan. In the admin console he has a password of his own and no link.
        4. Type here:  stop cognito-linked  and  stop cognito-migrating
           alan still signs in; ada is asked to try again later. Then:  start cognito-linked
        5. The same with Auth0: tim stays there, edsger moves; the attribute is
           user_metadata.department.
        6. Sign in as one of the others.
        7. Register at the shop, into the identity pool Customers; its schema draws the page:
           %1$s
           Leave fields empty, take an easy password. Once registered you are in the account console,
           with the data that the schema asks for. In the admin console, User federation has the pool,
           and the user's form says in which pool the user is.
        8. Then try the portal, which belongs to the pool Staff; customers cannot enter:
           %2$s
        """
            .formatted(
                DemoIdentityPools.registration(keycloak), DemoIdentityPools.portal(keycloak));
  }

  private String people() {
    StringBuilder text = new StringBuilder();
    for (DemoPool pool : pools) {
      text.append(
          "%nPool \"%s\" (simulated %s at %s)%n"
              .formatted(pool.name(), pool.directory().product(), pool.simulator().endpoint()));
      pool.people()
          .forEach(
              person -> text.append("  %-19s %s%n".formatted(person.username(), person.note())));
    }
    return text.toString();
  }
}
