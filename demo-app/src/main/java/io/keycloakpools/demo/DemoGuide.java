package io.keycloakpools.demo;

import io.keycloakpools.demo.site.Application;
import io.keycloakpools.demo.site.Guide;
import io.keycloakpools.demo.site.Guide.Command;
import io.keycloakpools.demo.site.Guide.Directory;
import io.keycloakpools.demo.site.Guide.Enter;
import io.keycloakpools.demo.site.Guide.Open;
import io.keycloakpools.demo.site.Guide.Part;
import io.keycloakpools.demo.site.Guide.Place;
import io.keycloakpools.demo.site.Guide.Say;
import io.keycloakpools.demo.site.Guide.Somebody;
import io.keycloakpools.demo.site.Guide.Step;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Builds the guide. {@code DemoWalkIT} does every step in a browser.
 *
 * @param unattached a directory without a user pool
 * @param labels labels of a provider's settings, in the order of the console's form
 */
record DemoGuide(
    URI keycloak, URI site, List<DemoPool> pools, Unattached unattached, Labels labels) {
  static final String BY_HAND = "by-hand";

  private static final int STEPS = 12;
  private static final String TYPE = "Type here:";

  static final String NAME_LABEL = "UI display name";

  record Unattached(DemoDirectory directory, List<? extends Person<?>> people) {}

  interface Labels {
    Map<String, String> of(String providerId);
  }

  Guide guide() {
    return new Guide(places(), Person.PASSWORD, directories(), steps());
  }

  private List<Place> places() {
    return List.of(
        new Place("Start page", URI.create(site + "/"), "this guide, with links"),
        new Place("E-mail", mail(), "every e-mail that Keycloak sends"),
        new Place("Account console", URI.create(keycloak + "/realms/demo/account/"), ""),
        new Place(
            "Admin console",
            URI.create(keycloak + "/admin/master/console/#/demo"),
            "user admin, password admin"));
  }

  private URI mail() {
    return URI.create(site + "/mail");
  }

  private List<Directory> directories() {
    Stream<Directory> attached =
        pools.stream()
            .map(
                pool ->
                    new Directory(
                        pool.name(),
                        pool.about(),
                        people(pool.people()),
                        settings(pool.directory())));
    Directory free =
        new Directory(
            BY_HAND,
            "you add it in step " + STEPS + "; people stay in a simulated Auth0",
            people(unattached.people()),
            settings(unattached.directory()));
    return Stream.concat(attached, Stream.of(free)).toList();
  }

  private static List<Somebody> people(List<? extends Person<?>> people) {
    return people.stream().map(person -> new Somebody(person.username(), person.note())).toList();
  }

  private Map<String, String> settings(DemoDirectory directory) {
    Map<String, String> values = directory.settings();
    Map<String, String> settings = new LinkedHashMap<>();
    labels
        .of(directory.providerId())
        .forEach(
            (name, label) -> {
              if (values.containsKey(name)) {
                settings.put(label, values.get(name));
              }
            });
    return settings;
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>(userPools());
    steps.addAll(identityPools());
    steps.add(byHand());
    return steps;
  }

  private List<Step> userPools() {
    Open office = new Open(Application.OFFICE.page(site));
    return List.of(
        Step.of(
            "Stay in the directory",
            office,
            new Say(
                "Sign in as ada. The office shows what her token says: department Engineering, role"
                    + " staff and organization acme come from Cognito. In the admin console, under"
                    + " Users, her Federation link is cognito-linked.")),
        Step.of(
            "Follow the directory",
            new Say(TYPE),
            new Command("set ada custom:department Research"),
            new Say("Sign out at the office and sign in again: her token says Research.")),
        Step.of(
            "Move to Keycloak",
            office,
            new Say(
                "Sign in as alan. In the admin console he has a password of his own, and no"
                    + " Federation link.")),
        Step.of(
            "Survive an outage",
            new Say(TYPE),
            new Command("stop cognito-linked"),
            new Command("stop cognito-migrating"),
            new Say("alan still signs in. ada is asked to try again later. Then type:"),
            new Command("start cognito-linked"),
            new Command("start cognito-migrating")),
        Step.of(
            "The same with Auth0",
            office,
            new Say(
                "tim stays in Auth0, edsger moves to Keycloak. Sign in as each of them, then type"
                    + " here:"),
            new Command("set tim user_metadata.department Research"),
            new Say("Sign in as tim once more: his token says Research.")),
        Step.of(
            "Everybody else",
            office,
            new Say("Sign in as each of the others: what happens stands beside the name.")));
  }

  private List<Step> identityPools() {
    return List.of(
        Step.of(
            "Register at the shop",
            new Open(Application.SHOP.register(site)),
            new Say(
                "The schema of the identity pool Customers draws the page. Leave fields empty, take"
                    + " an easy password, and read what it says. Once registered you are signed in"
                    + " at the shop. In the admin console, your user is in the pool Customers.")),
        Step.of(
            "Forget the password",
            new Open(Application.SHOP.page(site)),
            new Say(
                "Sign out, sign in again, but when you are asked for the password choose Forgot"
                    + " Password? The e-mail is here:"),
            new Open(mail()),
            new Say(
                "Its link asks for a new password. Back to Application leads to the shop: sign in with"
                    + " the new one.")),
        Step.of(
            "Single sign-on, and a closed door",
            new Open(Application.OFFICE.signIn(site)),
            new Say("As you are signed in at the shop, nobody asks for a password."),
            new Open(Application.PORTAL.signIn(site)),
            new Say("You are refused: the portal serves the pool Staff, and nobody else.")),
        Step.of(
            "Invite somebody",
            new Say(TYPE),
            new Command("invite Mary Jackson mary.jackson@example.com"),
            new Say("Keycloak sends her an e-mail. Its link asks for a password:"),
            new Open(mail()),
            new Say("Then sign in at the portal as mary.jackson@example.com:"),
            new Open(Application.PORTAL.page(site))),
        Step.of(
            "Move into an identity pool",
            new Open(Application.SHOP.page(site)),
            new Say(
                "Sign in as dorothy. She moves from the old shop into the pool Customers, and is"
                    + " asked for what its schema demands and the old shop does not know: to accept"
                    + " the terms.")));
  }

  private Step byHand() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Say(
            "In the admin console choose User federation, Add new provider, auth0-user-pool, and"
                + " enter:"));
    parts.add(new Enter(NAME_LABEL, BY_HAND));
    settings(unattached.directory()).forEach((label, value) -> parts.add(new Enter(label, value)));
    parts.add(new Say("Save. Then sign in at the office as guido:"));
    parts.add(new Open(Application.OFFICE.page(site)));
    return new Step("Add a user pool by hand", parts);
  }
}
