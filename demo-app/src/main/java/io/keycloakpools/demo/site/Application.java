package io.keycloakpools.demo.site;

import java.net.URI;
import java.util.Locale;

/** An application of the demo; each is a client of the realm. */
public enum Application {
  OFFICE("The office", "No identity pool names it: users of the directories sign in here."),
  SHOP("The shop", "Serves the identity pool Customers: people register here themselves."),
  PORTAL("The portal", "Serves the identity pool Staff: people are invited.");

  /** Where its people land after they signed out. */
  static final String SIGNED_OUT = "/signed-out";

  private final String title;
  private final String description;

  Application(String title, String description) {
    this.title = title;
    this.description = description;
  }

  /** The id of the client, and the application's path. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As in a sentence: {@code the shop}. */
  public String named() {
    return "the " + id();
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  /** Whether people register there. */
  boolean registers() {
    return this == SHOP;
  }

  /** The page of the application on a site. */
  public URI page(URI site) {
    return URI.create(site + "/" + id());
  }

  /** Where a sign-in begins. */
  public URI signIn(URI site) {
    return URI.create(page(site) + "/sign-in");
  }

  /** Where a registration begins. */
  public URI register(URI site) {
    return URI.create(page(site) + "/register");
  }

  /** Where a sign-out begins. */
  public URI signOut(URI site) {
    return URI.create(page(site) + "/sign-out");
  }

  /** The client's only redirect URI. */
  public URI callback(URI site) {
    return URI.create(page(site) + "/callback");
  }

  /** The client's only redirect URI after a sign-out. */
  public URI signedOut(URI site) {
    return URI.create(site + SIGNED_OUT);
  }
}
