package io.keycloakpools.common.settings;

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
