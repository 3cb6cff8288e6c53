package io.keycloakpools.demo.site;

import java.net.URI;
import java.util.Locale;

public enum Application {
  OFFICE("The office", "No identity pool names it: users of the directories sign in here."),
  SHOP("The shop", "Serves the identity pool Customers: people register here themselves."),
  PORTAL("The portal", "Serves the identity pool Staff: people are invited.");

  static final String SIGNED_OUT = "/signed-out";

  private final String title;
  private final String description;

  Application(String title, String description) {
    this.title = title;
    this.description = description;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String named() {
    return "the " + id();
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }

  boolean registers() {
    return this == SHOP;
  }

  public URI page(URI site) {
    return URI.create(site + "/" + id());
  }

  public URI signIn(URI site) {
    return URI.create(page(site) + "/sign-in");
  }

  public URI register(URI site) {
    return URI.create(page(site) + "/register");
  }

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
