package io.keycloakpools.userstorage.observe;

import io.keycloakpools.userstorage.directory.Directory;

/** A call of a {@link Directory}. */
public enum DirectoryCall {
  FIND_BY_USERNAME("findByUsername"),
  FIND_BY_EMAIL("findByEmail"),
  FIND_BY_EXTERNAL_ID("findByExternalId"),
  LIST_USERS("listUsers"),
  CHECK_PASSWORD("checkPassword"),
  TEST("test");

  private final String method;

  DirectoryCall(String method) {
    this.method = method;
  }

  /** Name of the method. */
  String method() {
    return method;
  }

  /** Lower case, words joined by underscores. */
  String code() {
    return Words.code(this);
  }
}
