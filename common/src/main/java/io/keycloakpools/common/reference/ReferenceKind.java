package io.keycloakpools.common.reference;

public enum ReferenceKind {
  /** By client ID. */
  CLIENT("client", "poolReferenceGoneClient"),
  /** By path. */
  GROUP("group", "poolReferenceGoneGroup"),
  /** By name. */
  REALM_ROLE("realm role", "poolReferenceGoneRole"),
  /** A realm role by name, or {@code client/role}. */
  ROLE("role", "poolReferenceGoneRole"),
  /** By name, ignoring case. */
  IDENTITY_POOL("identity pool", "poolReferenceGoneIdentityPool"),
  /** By name, ignoring case. */
  IDENTITY_SCHEMA("schema", "poolReferenceGoneSchema"),
  /** By alias. */
  IDENTITY_PROVIDER("identity provider", "poolReferenceGoneIdentityProvider");

  private final String word;
  private final String goneMessage;

  ReferenceKind(String word, String goneMessage) {
    this.word = word;
    this.goneMessage = goneMessage;
  }

  String word() {
    return word;
  }

  String goneMessage() {
    return goneMessage;
  }

  /**
   * Whether a target that was deleted and created again counts as the same. A client does: its name
   * in a pool keeps other users out, and a new client would otherwise be open to them. A new group,
   * role, pool or provider would receive users without an admin's decision.
   */
  boolean returnsByName() {
    return this == CLIENT;
  }
}
