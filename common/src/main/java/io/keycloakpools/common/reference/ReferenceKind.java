package io.keycloakpools.common.reference;

/** What kind of thing a setting names. */
public enum ReferenceKind {
  /** By its client ID. */
  CLIENT("client", "poolReferenceGoneClient"),
  /** By its path. */
  GROUP("group", "poolReferenceGoneGroup"),
  /** By its name. */
  REALM_ROLE("realm role", "poolReferenceGoneRole"),
  /** A realm role by its name, or {@code client/role}. */
  ROLE("role", "poolReferenceGoneRole"),
  /** By its name, in any letter case. */
  IDENTITY_POOL("identity pool", "poolReferenceGoneIdentityPool"),
  /** By its name, in any letter case. */
  IDENTITY_SCHEMA("schema", "poolReferenceGoneSchema"),
  /** By its alias. */
  IDENTITY_PROVIDER("identity provider", "poolReferenceGoneIdentityProvider");

  private final String word;
  private final String goneMessage;

  ReferenceKind(String word, String goneMessage) {
    this.word = word;
    this.goneMessage = goneMessage;
  }

  /** As the log calls it. */
  String word() {
    return word;
  }

  /** Key of the message that it no longer exists. */
  String goneMessage() {
    return goneMessage;
  }

  /**
   * Whether one that was deleted and created again under its name is taken for the same. A client
   * is: its name in a pool keeps users of other pools out, so that a new client of that name, left
   * out of the pool, would be open to them. A new group, role, pool or provider would get users
   * that no admin chose for it.
   */
  boolean returnsByName() {
    return this == CLIENT;
  }
}
