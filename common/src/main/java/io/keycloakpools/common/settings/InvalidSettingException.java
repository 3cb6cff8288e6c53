package io.keycloakpools.common.settings;

/** A setting that cannot work, found while reading it. */
public final class InvalidSettingException extends RuntimeException {

  private final transient SettingProblem problem;

  public InvalidSettingException(SettingProblem problem) {
    super(problem.field() + ": " + problem.messageKey() + " " + problem.arguments());
    this.problem = problem;
  }

  public SettingProblem problem() {
    return problem;
  }
}
