package io.keycloakpools.userstorage.guard;

import io.keycloakpools.common.settings.InvalidSettingException;
import io.keycloakpools.userstorage.directory.Outage;
import java.util.function.Supplier;

/** Answers with an outage, as after an unchecked realm import. */
record Unusable(InvalidSettingException cause) implements Guard {

  @Override
  public <A> A around(Question<A> question, Supplier<A> next) {
    return question.unavailable(Outage.refused(cause.getMessage()));
  }
}
